using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FondsWorkflow.Fund.Applications;

/// <summary>The number people say on the phone: <c>BAU-2026-0007</c>. The database gives it out, gapless per fund and year.</summary>
[JsonConverter(typeof(ApplicationNumberJsonConverter))]
public sealed partial record ApplicationNumber
{
    /// <summary>Builds a number.</summary>
    /// <param name="prefix">Two to four capitals of the fund.</param>
    /// <param name="year">Year of submission, 2000 to 2999.</param>
    /// <param name="sequence">1, 2, … within fund and year.</param>
    /// <exception cref="ArgumentException">When a part is out of range.</exception>
    public ApplicationNumber(string prefix, int year, int sequence)
    {
        if (!PrefixPattern().IsMatch(prefix) || year is < 2000 or > 2999 || sequence is < 1 or > 999_999)
        {
            throw new ArgumentException($"No application number: {prefix}, {year}, {sequence}.", nameof(prefix));
        }

        (Prefix, Year, Sequence) = (prefix, year, sequence);
    }

    /// <summary>Capitals of the fund.</summary>
    public string Prefix { get; }

    /// <summary>Year of submission.</summary>
    public int Year { get; }

    /// <summary>Running number within fund and year.</summary>
    public int Sequence { get; }

    /// <summary>Reads what <see cref="ToString"/> writes, in any case and with blanks around; null when it is no such number.</summary>
    public static ApplicationNumber? TryParse(string? text)
    {
        var match = NumberPattern().Match(text?.Trim().ToUpperInvariant() ?? "");
        var sequence = match.Success ? int.Parse(match.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return sequence == 0 ? null : new(match.Groups["prefix"].Value, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), sequence);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">When it is no application number.</exception>
    public static ApplicationNumber Parse(string text) => TryParse(text) ?? throw new FormatException($"No application number: {text}");

    /// <summary><c>BAU-2026-0007</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year}-{Sequence:0000}");

    [GeneratedRegex("^[A-Z]{2,4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PrefixPattern();

    [GeneratedRegex("^(?<prefix>[A-Z]{2,4})-(?<year>2[0-9]{3})-(?<sequence>[0-9]{4,6})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NumberPattern();
}
