using System.Globalization;
using System.Text.RegularExpressions;

namespace FondsWorkflow.Banking;

/// <summary>German notation of amounts. Ambiguous texts (<c>1.50</c>, <c>1,234.50</c>) are refused: a guess would be wrong by a factor of a hundred.</summary>
internal static partial class GermanAmount
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    internal static Problem? Read(string? text, out long cents)
    {
        cents = 0;
        var shown = text?.Trim() ?? "";
        if (shown.Length == 0) return new(ProblemCode.AmountMissing);
        if (shown.Length > 40) return new(ProblemCode.AmountTooLarge, shown[..40] + "…");
        var match = Amount().Match(shown);
        if (!match.Success) return Explain(shown);
        if (match.Groups["cents"].Value.Length > 2) return new(ProblemCode.AmountTooManyDecimals, shown);
        return Compute(match, out cents) ? null : new(ProblemCode.AmountTooLarge, shown);
    }

    private static Problem Explain(string shown) =>
        new(DecimalPoint().IsMatch(shown) ? ProblemCode.AmountDecimalPoint : ProblemCode.AmountNotANumber, shown);

    private static bool Compute(Match match, out long cents)
    {
        cents = 0;
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)).TrimStart('0');
        if (whole.Length > 15) return false;
        var digits = whole + match.Groups["cents"].Value.PadRight(2, '0');
        cents = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["minus"].Success) cents = -cents;
        return true;
    }

    [GeneratedRegex(@"^((€|EUR)\s*)?(\+|(?<minus>[-−]))?\s?(?<whole>[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}(\s[0-9]{3})+|[0-9]+)(,((?<cents>[0-9]+)|-{1,2}|–|—))?(\s*(€|EUR|Euro))?$", Options, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^((€|EUR)\s*)?[-−+]?[0-9,]+\.[0-9]{1,2}(\s*(€|EUR|Euro))?$", Options, 1000)]
    private static partial Regex DecimalPoint();
}
