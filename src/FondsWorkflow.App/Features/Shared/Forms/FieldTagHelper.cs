using System.Globalization;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>What every form part has: label, hint, error sentence, and the ties between them. Attributes it does not know go to the input itself.</summary>
public abstract class FieldTagHelper : TagHelper
{
    private const string RenderedFields = "fonds.fields";
    private ModelMetadata? _metadata;

    /// <summary>The field, for example <c>Form.Title</c>.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Its label; without it the text <c>Noun.Field.Name</c>.</summary>
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    /// <summary>A short help below the label; without it the text <c>Noun.Hint.Name</c> if there is one.</summary>
    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    /// <summary>Whether it must be filled; without it, whether the property is nullable.</summary>
    [HtmlAttributeName("required")]
    public bool? Required { get; set; }

    /// <summary>The view.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    internal string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    internal string Id => IdOf(Name);

    internal string? Error => ErrorOf(View.ModelState, Name);

    internal string LabelText => OwnLabel ?? Texts[LabelKey];

    internal Texts Texts => View.HttpContext.RequestServices.GetRequiredService<Texts>();

    internal bool IsRequired => Required ?? Metadata.IsRequired;

    /// <summary>What is shown in the field: what was typed, else the model's value.</summary>
    internal IReadOnlyList<string> Values
        => View.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null ? Raw(entry.RawValue) : Shown(For.Model);

    internal string? Value => Values.Count > 0 ? Values[0] : null;

    internal string? HintText => Hint ?? Metadata.Description;

    private string? OwnLabel => Label ?? Metadata.DisplayName;

    private string LabelKey => $"{FieldNames.NounOf(Metadata.ContainerType)}.Field.{Metadata.Name}";

    private ModelMetadata Metadata => _metadata ??= For.Metadata;

    /// <summary>Whether one chooses here instead of writing.</summary>
    internal virtual bool IsChoice => false;

    /// <summary>Names of the fields on the page in their order, so that the error summary follows it and links only to what is there.</summary>
    internal static IList<string> Rendered(HttpContext http)
    {
        if (http.Items[RenderedFields] is not List<string> names)
        {
            http.Items[RenderedFields] = names = [];
        }

        return names;
    }

    /// <summary>What is wrong with a field, or with one of its values when it has several (<c>Form.Goals[0]</c>).</summary>
    internal static string? ErrorOf(ModelStateDictionary state, string name)
        => string.Join(' ', state.Where(e => FieldOf(e.Key) == name || e.Key == name).SelectMany(e => e.Value!.Errors.Select(x => x.ErrorMessage)).Distinct(StringComparer.Ordinal)) is { Length: > 0 } error ? error : null;

    /// <summary>The field one of whose values is named.</summary>
    internal static string FieldOf(string name) => name.EndsWith(']') && name.LastIndexOf('[') is > 0 and var index ? name[..index] : name;

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Rendered(View.HttpContext).Add(Name);
        NameWhatIsMissing();
        var own = output.Attributes.ToList();
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        Build(output, own);
    }

    /// <summary>Writes the part.</summary>
    internal abstract void Build(TagHelperOutput output, IReadOnlyList<TagHelperAttribute> own);

    /// <summary>Ties an input to its hint and error, and gives it what the author wrote on the tag.</summary>
    internal TagBuilder Tie(TagBuilder input, IReadOnlyList<TagHelperAttribute> own)
    {
        input.With("id", Id).With("name", Name);
        foreach (var attribute in own)
        {
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }

        return Describe(input);
    }

    internal TagBuilder Describe(TagBuilder element)
    {
        string?[] ids = [HintText is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error"];
        var described = string.Join(' ', ids.Where(i => i is not null));
        return element.With("aria-describedby", described.Length > 0 ? described : null).With("aria-invalid", Error is null ? null : "true");
    }

    internal IHtmlContent LabelContent()
        => new HtmlContentBuilder().Append(LabelText).AppendHtml(IsRequired ? HtmlString.Empty : Html.Element("span", "kern-label__optional", " ", Texts["Forms.Optional"]));

    internal IHtmlContent HintContent() => HintText is null ? HtmlString.Empty : Html.Element("div", "kern-hint", HintText).With("id", $"{Id}-hint");

    internal IHtmlContent ErrorContent() => Error is null
        ? HtmlString.Empty
        : Html.Element("p", "kern-error", Html.Icon("danger"), Html.Element("span", "kern-body", Error)).With("id", $"{Id}-error");

    /// <summary>Who left something out reads above the form what it is, and is not asked to write where one chooses. Only the input knows its label and which of both it is.</summary>
    private void NameWhatIsMissing()
    {
        if (View.ModelState.TryGetValue(Name, out var entry) && (OwnLabel ?? Texts.Find(LabelKey)) is { } label)
        {
            foreach (var (index, error) in entry.Errors.ToList().Index())
            {
                if (error.ErrorMessage == Texts["Forms.Required", Metadata.DisplayName] || error.ErrorMessage == Texts["Forms.RequiredHere"])
                {
                    entry.Errors[index] = new ModelError(Texts[IsChoice ? "Forms.RequiredChoice" : "Forms.Required", label]);
                }
            }
        }
    }

    private static List<string> Raw(object raw) => raw switch
    {
        string text => [text],
        IEnumerable<string?> several => [.. several.Select(s => s ?? "")],
        _ => Shown(raw),
    };

    private static List<string> Shown(object? value) => value switch
    {
        null or DateOnly { DayNumber: 0 } or DateTimeOffset { Ticks: 0 } => [],
        string text => [text],
        Money money => [money.ToNumberString()],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        TimeOnly time => [time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        DateTimeOffset moment => [German.Local(moment).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)],
        decimal number => [number.ToString("0.##", German.Culture)],
        bool yes => [yes ? "true" : "false"],
        System.Collections.IEnumerable several => [.. several.Cast<object?>().SelectMany(Shown)],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };
}
