namespace FondsWorkflow.Banking;

/// <summary>The countries of ISO 3166-1 by their codes of two letters, and XK, which banks use for Kosovo.</summary>
internal static class IsoCountries
{
    private static readonly HashSet<string> Codes = [.. EmbeddedTable.Lines("Values.iso-3166.csv"), "XK"];

    internal static bool Contains(string? code) => code is not null && Codes.Contains(code);
}
