using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>Why a bank rejected or returned a payment.</summary>
/// <param name="Code">Code of the ISO 20022 external list, for example <c>AC04</c>; null when the bank gave none.</param>
/// <param name="Text">The bank's own words, when it gave some.</param>
public sealed record BankReason(string? Code, string? Text)
{
    /// <summary>What the code means, for a person. Codes this library doesn't know are named.</summary>
    public string Sentence(CultureInfo? culture = null) =>
        Code is null ? ProblemText.Get("Reason.None", culture)
        : ProblemText.Find("Reason." + Code, culture) ?? ProblemText.Format("Reason.Unknown", culture, Code);
}
