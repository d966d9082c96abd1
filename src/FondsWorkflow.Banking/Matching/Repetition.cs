namespace FondsWorkflow.Banking;

/// <summary>Codes by which banks say that they have a payment or file already.</summary>
internal static class Repetition
{
    private static readonly HashSet<string> Codes = new(["AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"], StringComparer.Ordinal);

    internal static BankReason? In(IEnumerable<BankReason> reasons) => reasons.FirstOrDefault(r => r.Code is { } code && Codes.Contains(code));
}
