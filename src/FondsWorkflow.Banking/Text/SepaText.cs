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
    private static readonly SepaMapper BasicMapper = new(BasicSet);
    private static readonly SepaMapper GermanMapper = new(SearchValues.Create(Basic + "ÄÖÜäöüß*$%"));

    internal SepaText(string value, IReadOnlyList<SepaChange> changes)
    {
        Value = value;
        Changes = changes;
    }

    /// <summary>The text as it goes to the bank: single spaces, none at the ends. Its length is the one that counts.</summary>
    public string Value { get; }

    /// <summary>Every change, each once, in the order of the text; spaces too many come last. Empty only when the text is as it was written.</summary>
    public IReadOnlyList<SepaChange> Changes { get; }

    /// <summary>Whether letters are gone, so that a name would be another name.</summary>
    public bool LostLetters => Changes.Any(c => c.Kind == SepaChangeKind.Lost);

    /// <summary>Whether a reader sees a difference: more than white space changed.</summary>
    public bool ReadsDifferently => Changes.Any(c => c.Kind != SepaChangeKind.Spaced);

    /// <summary>The text in the characters of a profile.</summary>
    public static SepaText Map(string? text, SepaProfile profile = SepaProfile.Transliterate)
    {
        if (string.IsNullOrEmpty(text)) return new("", []);
        var (mapper, changes) = (MapperOf(profile), new List<SepaChange>());
        return new(mapper.Fits(text) ? text : mapper.Map(text, changes, out _).ToString(), changes);
    }

    /// <summary>The text for a bank.</summary>
    public override string ToString() => Value;

    internal static bool IsBasic(string text) => !text.AsSpan().ContainsAnyExcept(BasicSet);

    /// <summary>Only the <see cref="Value"/>, without the list of changes: for many texts.</summary>
    internal static string Write(string? text, SepaProfile profile)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var mapper = MapperOf(profile);
        return mapper.Fits(text) ? text : mapper.Map(text, null, out _).ToString();
    }

    /// <summary>As <see cref="Write"/>, to be looked at before the thread maps the next text.</summary>
    internal static ReadOnlySpan<char> Look(string? text, SepaProfile profile, out bool losesLetters)
    {
        losesLetters = false;
        if (string.IsNullOrEmpty(text)) return "";
        var mapper = MapperOf(profile);
        return mapper.Fits(text) ? text : mapper.Map(text, null, out losesLetters);
    }

    private static SepaMapper MapperOf(SepaProfile profile) => profile == SepaProfile.KeepUmlauts ? GermanMapper : BasicMapper;
}
