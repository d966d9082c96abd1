using System.Globalization;
using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>How letters and signs outside the SEPA set are written: a table for what Unicode can't take apart, decomposition for the rest.</summary>
internal static class LatinLetters
{
    private static readonly Dictionary<int, string> Table = EmbeddedTable.Lines("Text.latin.csv").Select(Read).ToDictionary();

    /// <summary>The replacement, empty when there is none. A sign that is taken apart may lose a letter although something remains: ㈀ is <c>()</c>.</summary>
    internal static string Write(Rune rune, Func<Rune, bool> isAllowed, out bool losesLetter)
    {
        losesLetter = false;
        if (Table.TryGetValue(rune.Value, out var written)) return written;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber) return Digit(rune);
        var parts = Umlauts(rune.ToString().Normalize(NormalizationForm.FormKD));
        if (string.Equals(parts, rune.ToString(), StringComparison.Ordinal))
        {
            losesLetter = Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber;
            return "";
        }

        var text = "";
        foreach (var part in parts.EnumerateRunes())
        {
            var losesPart = false;
            text += isAllowed(part) ? part.ToString() : Rune.IsWhiteSpace(part) ? " " : Write(part, isAllowed, out losesPart);
            losesLetter |= losesPart;
        }

        losesLetter |= text.Length == 0 && Rune.IsLetter(rune);
        return text;
    }

    private static string Digit(Rune rune) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);

    /// <summary>ǟ is an ä with one more mark, not an a with two.</summary>
    private static string Umlauts(string parts) =>
        parts.Length > 2 && parts[1] == '\u0308' ? parts[..2].Normalize(NormalizationForm.FormC) + parts[2..] : parts;

    private static KeyValuePair<int, string> Read(string line)
    {
        var cut = line.IndexOf(';', StringComparison.Ordinal);
        return new(int.Parse(line[..cut], NumberStyles.HexNumber, CultureInfo.InvariantCulture), line[(cut + 1)..]);
    }
}
