using System.Globalization;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>Reads amounts, numbers, days and times as people type them, never by the machine's settings.</summary>
internal sealed class TypedTextBinders(Texts texts) : IModelBinderProvider
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "d.M.yyyy HH:mm"];
    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "H:mm", "H.mm"];

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(Money) ? new TypedTextBinder(texts, "Forms.Money", ReadMoney)
            : type == typeof(decimal) ? new TypedTextBinder(texts, "Forms.Number", ReadNumber)
            : type == typeof(int) ? new TypedTextBinder(texts, "Forms.WholeNumber", ReadWhole)
            : type == typeof(DateOnly) ? new TypedTextBinder(texts, "Forms.Date", ReadDay)
            : type == typeof(TimeOnly) ? new TypedTextBinder(texts, "Forms.Time", ReadTime)
            : type == typeof(DateTimeOffset) ? new TypedTextBinder(texts, "Forms.Moment", ReadMoment)
            : null;
    }

    /// <summary>German notation first (<c>1.234,50</c>, <c>1234,5 €</c>), then a decimal point with one or two digits (<c>1234.5</c>). <c>1.234</c> is German.</summary>
    public static object? ReadMoney(string text)
        => Money.TryParse(text, out var amount, out _) ? amount
            : HasDecimalPoint(text) && Money.TryParseInvariant(text, out amount) ? amount
            : null;

    private static object? ReadNumber(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var culture = HasDecimalPoint(text) ? CultureInfo.InvariantCulture : German.Culture;
        return decimal.TryParse(text, culture == German.Culture ? Plain | NumberStyles.AllowThousands : Plain, culture, out var number) ? number : null;
    }

    private static object? ReadWhole(string text)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? ReadDay(string text)
        => DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static object? ReadTime(string text)
        => TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static object? ReadMoment(string text)
        => DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1900 and < 2200
            ? German.Moment(local)
            : null;

    private static bool HasDecimalPoint(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && text.Length - point is 2 or 3 && !text.Contains(',', StringComparison.Ordinal);
    }
}

/// <summary>Binds one kind of typed text; what it can't read becomes a sentence at the field.</summary>
internal sealed class TypedTextBinder(Texts texts, string sentence, Func<string, object?> read) : IModelBinder
{
    private const int MaxLength = 60;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        bindingContext.Result = Read(bindingContext, posted.FirstValue?.Trim() ?? "");
        return Task.CompletedTask;
    }

    private ModelBindingResult Read(ModelBindingContext context, string text)
    {
        var field = context.ModelMetadata.GetDisplayName();
        if (text.Length == 0)
        {
            return context.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(model: null) : Refuse(context, texts["Forms.Required", field]);
        }

        return text.Length <= MaxLength && read(text) is { } value ? ModelBindingResult.Success(value) : Refuse(context, texts[sentence, field]);
    }

    private static ModelBindingResult Refuse(ModelBindingContext context, string sentence)
    {
        context.ModelState.TryAddModelError(context.ModelName, sentence);
        return ModelBindingResult.Failed();
    }
}
