namespace FondsWorkflow.Banking;

/// <summary>The countries of ISO 3166-1 by their codes of two letters, and XK, which banks use for Kosovo.</summary>
internal static class IsoCountries
{
    private static readonly HashSet<string> Codes = [.. Read(), "XK"];

    internal static bool Contains(string? code) => code is not null && Codes.Contains(code);

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(IsoCountries).Assembly.GetManifestResourceStream("FondsWorkflow.Banking.Values.iso-3166.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } code) yield return code;
    }
}
