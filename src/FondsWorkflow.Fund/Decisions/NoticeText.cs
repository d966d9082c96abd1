namespace FondsWorkflow.Fund.Decisions;

/// <summary>The text of a notice in its parts; all in plain text, paragraphs divided by line breaks.</summary>
/// <param name="Salutation">Address to the reader, at most 200 characters.</param>
/// <param name="Body">Blocks of the decision and its reasons, at least one, each at most 4,000 characters.</param>
/// <param name="Provisions">Conditions and Nebenbestimmungen, each at most 2,000 characters.</param>
/// <param name="LegalRemedy">Rechtsbehelfsbelehrung, at most 2,000 characters (§ 37 Abs. 6 VwVfG NRW).</param>
public sealed record NoticeText(string Salutation, IReadOnlyList<string> Body, IReadOnlyList<string> Provisions, string LegalRemedy)
{
    internal NoticeText Clean() => new(
        PlainText.Of(Salutation), [.. Body.Select(PlainText.Of)], [.. Provisions.Select(PlainText.Of)], PlainText.Of(LegalRemedy));
}
