namespace FondsWorkflow.Banking;

/// <summary>What the SWIFT registry says about a country's IBANs, and whether the country is in SEPA and in the EEA.</summary>
/// <param name="Code">ISO 3166 code of two letters.</param>
/// <param name="Length">Number of characters of an IBAN, 15 to 33.</param>
/// <param name="Structure">Form of the account part, for example <c>8!n10!n</c>: eight digits, ten digits.</param>
/// <param name="IsSepa">Whether payments to it can be SEPA credit transfers.</param>
/// <param name="IsEea">Whether it belongs to the European Economic Area; payments to SEPA countries outside it need the payer's address, and only they may carry the payee's.</param>
public sealed record IbanCountry(string Code, int Length, string Structure, bool IsSepa, bool IsEea)
{
    private static readonly Dictionary<string, IbanCountry> ByCode =
        EmbeddedTable.Lines("Values.iban-countries.csv").Select(Read).ToDictionary(c => c.Code, StringComparer.Ordinal);

    private readonly string _classes = Expand(Structure);

    /// <summary>All countries of the registry (release 102, June 2026) and the territories that use the form of Finland, France or the United Kingdom.</summary>
    public static IReadOnlyCollection<IbanCountry> All => ByCode.Values;

    /// <summary>The country of this code, or null.</summary>
    public static IbanCountry? Find(string code) => ByCode.GetValueOrDefault(code);

    internal bool Fits(ReadOnlySpan<char> account)
    {
        if (account.Length != _classes.Length) return false;
        for (var i = 0; i < account.Length; i++)
        {
            if (!Fits(account[i], _classes[i])) return false;
        }

        return true;
    }

    private static bool Fits(char c, char kind) => kind switch
    {
        'n' => char.IsAsciiDigit(c),
        'a' => char.IsAsciiLetterUpper(c),
        _ => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c),
    };

    private static string Expand(string structure)
    {
        var classes = "";
        var count = 0;
        foreach (var c in structure)
        {
            if (char.IsAsciiDigit(c)) count = (count * 10) + (c - '0');
            else if (c != '!') (classes, count) = (classes + new string(c, count), 0);
        }

        return classes;
    }

    private static IbanCountry Read(string line)
    {
        var cells = line.Split(';');
        return new(cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2], cells[3] is "yes", cells[4] is "yes");
    }
}
