using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>
/// A field's name on the screen comes from where its class lives: <c>Amount</c> of a form in <c>Features/Reviews/…</c> or <c>Fund/Reviews</c> is the text
/// <c>Reviews.Field.Amount</c>, else <c>Forms.Field.Amount</c>; its hint, if there is one, <c>Reviews.Hint.Amount</c>.
/// </summary>
internal sealed class FieldNames(Texts texts) : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        var (key, display) = (context.Key, context.DisplayMetadata);
        var owner = key.ContainerType ?? key.ParameterInfo?.Member.DeclaringType;
        if (key.Name is not { } name || display.DisplayName is not null)
        {
            return;
        }

        display.DisplayName = () => Find("Field", owner, name)!;
        display.Description = () => Find("Hint", owner, name)!;
    }

    /// <summary>The noun whose resource file belongs to a class: the folder under <c>Features</c> or under the Fund.</summary>
    public static string? NounOf(Type? type)
    {
        var parts = type?.Namespace?.Split('.') ?? [];
        var index = Array.FindLastIndex(parts, p => p is "Features" or "Fund");
        return index >= 0 && index + 1 < parts.Length ? parts[index + 1] : null;
    }

    private string? Find(string kind, Type? owner, string name)
        => texts.Find($"{NounOf(owner)}.{kind}.{name}") ?? texts.Find($"Forms.{kind}.{name}");
}
