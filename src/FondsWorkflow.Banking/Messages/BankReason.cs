using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>Why a bank rejected or returned a payment.</summary>
/// <param name="Code">Code of the ISO 20022 external list, for example <c>AC04</c>; null when the bank gave none.</param>
/// <param name="Text">The bank's own words, when it gave some.</param>
public sealed record BankReason(string? Code, string? Text)
{
    /// <summary>Codes this library knows, and whether only another account or name mends what they say.</summary>
    private static readonly Dictionary<string, bool> Codes =
        EmbeddedTable.Lines("Messages.reasons.csv").ToDictionary(line => line[..4], line => line[5..] is "yes", StringComparer.Ordinal);

    /// <summary>The codes that have a sentence of their own, for a person who copies one from a statement.</summary>
    public static IReadOnlyCollection<string> KnownCodes => Codes.Keys;

    /// <summary>True when the bank blames account or account holder: the same payment would come back again.</summary>
    public bool BlamesAccount => Code is not null && Codes.GetValueOrDefault(Code);

    /// <summary>What the code means, for a person. Codes this library doesn't know are named.</summary>
    public string Sentence(CultureInfo? culture = null) =>
        Code is null ? ProblemText.Get("Reason.None", culture)
        : ProblemText.Find("Reason." + Code, culture) ?? ProblemText.Format("Reason.Unknown", culture, Code);

    /// <summary>All of it in one line for a person: code, what it means, and the bank's own words in quotes.</summary>
    public string Told(CultureInfo? culture = null) => (Code, string.IsNullOrWhiteSpace(Text)) switch
    {
        (null, false) => Text!,
        (null, true) => Sentence(culture),
        (_, false) => ProblemText.Format("Reason.Told", culture, Code!, Sentence(culture), Text!),
        (_, true) => $"{Code}: {Sentence(culture)}",
    };
}
