using System.Buffers;

namespace FondsWorkflow.Banking;

/// <summary>
/// A text that banks carry unharmed, with the list of everything that had to change. Composed and decomposed Unicode give the
/// same result, and mapping a second time changes nothing.
/// </summary>
public sealed class SepaText
{
    private const string Basic = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 /-?:().,'+";

    private static readonly SearchValues<char> BasicSet = SearchValues.Create(Basic);
    private static readonly SearchValues<char> GermanSet = SearchValues.Create(Basic + "ÄÖÜäöüß*$%");

    internal SepaText(string value, IReadOnlyList<SepaChange> changes)
    {
        Value = value;
        Changes = changes;
    }

    /// <summary>The text as it goes to the bank: single spaces, none at the ends. Its length is the one that counts.</summary>
    public string Value { get; }

    /// <summary>Every change, each once, in the order of the text. Trimmed and doubled spaces are not mentioned.</summary>
    public IReadOnlyList<SepaChange> Changes { get; }

    /// <summary>Whether letters are gone, so that a name would be another name.</summary>
    public bool LostLetters => Changes.Any(c => c.Kind == SepaChangeKind.Lost);

    /// <summary>The text in the characters of a profile.</summary>
    public static SepaText Map(string? text, SepaProfile profile = SepaProfile.Transliterate)
    {
        if (string.IsNullOrEmpty(text)) return new("", []);
        return Fits(text, profile) ? new(text, []) : new SepaMapper(Allowed(profile)).Map(text);
    }

    /// <summary>The text for a bank.</summary>
    public override string ToString() => Value;

    internal static bool IsBasic(string text) => !text.AsSpan().ContainsAnyExcept(BasicSet);

    /// <summary>Whether the text goes to the bank unchanged: the common case, told without building anything.</summary>
    internal static bool Fits(string text, SepaProfile profile) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExcept(Allowed(profile))
        && !text.Contains("  ", StringComparison.Ordinal);

    private static SearchValues<char> Allowed(SepaProfile profile) => profile == SepaProfile.KeepUmlauts ? GermanSet : BasicSet;
}
