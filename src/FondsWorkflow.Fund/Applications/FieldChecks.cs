using System.Text.RegularExpressions;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Applications;

/// <summary>Checks of single fields. Each gives no problem or one.</summary>
internal static partial class FieldChecks
{
    /// <summary>No amount of a neighbourhood fund comes near it; sums of a whole form stay far from an overflow.</summary>
    public static Money LargestAmount { get; } = Money.FromCents(100_000_000);

    /// <summary>No day of a fund lies before it; an earlier one is a slip of the pen, as is one more than <see cref="YearsAhead"/> from now.</summary>
    public const int FirstYear = 2000;

    private const int YearsAhead = 10;

    public static IEnumerable<RuleProblem> Year(string field, DateOnly? day, DateOnly today)
        => IsPlausible(day, today) ? [] : [Problem(ApplicationRules.YearIsPlausible, field, FirstYear, today.Year + YearsAhead)];

    /// <summary>Of a day that may not lie in the future, which another rule says.</summary>
    public static IEnumerable<RuleProblem> PastYear(string field, DateOnly day, DateOnly today)
        => day.Year >= FirstYear ? [] : [Problem(ApplicationRules.YearIsPlausible, field, FirstYear, today.Year)];

    public static bool IsPlausible(DateOnly? day, DateOnly today) => day is null || (day.Value.Year >= FirstYear && day.Value.Year <= today.Year + YearsAhead);

    public static IEnumerable<RuleProblem> Text(string field, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            yield return Problem(ApplicationRules.TextFits, field, longest, text.Length - longest);
        }
    }

    public static IEnumerable<RuleProblem> Filled(string field, object? value)
        => value is null ? [Problem(ApplicationRules.FieldIsFilled, field)] : [];

    public static IEnumerable<RuleProblem> Email(string field, string? email, bool required)
        => email is null
            ? required ? [Problem(ApplicationRules.FieldIsFilled, field)] : []
            : email.Length <= 254 && EmailPattern().IsMatch(email) ? [] : [Problem(ApplicationRules.EmailIsPlausible, field)];

    public static IEnumerable<RuleProblem> PostalCode(string field, string? code)
        => code is null || PostalCodePattern().IsMatch(code) ? [] : [Problem(ApplicationRules.PostalCodeHasFiveDigits, field)];

    public static IEnumerable<RuleProblem> Phone(string field, string? phone)
        => phone is null || (PhonePattern().IsMatch(phone) && phone.Count(char.IsAsciiDigit) is >= 4 and <= 20)
            ? [] : [Problem(ApplicationRules.PhoneIsPlausible, field)];

    public static IEnumerable<RuleProblem> Number(string field, decimal? value, decimal least, decimal most)
        => value is null || (value >= least && value <= most) ? [] : [Problem(ApplicationRules.NumberIsInRange, field, least, most)];

    public static IEnumerable<RuleProblem> Positive(string field, Money? amount)
        => amount is null || (amount.Value.IsPositive && amount <= LargestAmount)
            ? [] : [Problem(ApplicationRules.AmountIsPositive, field, LargestAmount)];

    public static IEnumerable<RuleProblem> NotNegative(string field, Money? amount)
        => amount is null || (!amount.Value.IsNegative && amount <= LargestAmount)
            ? [] : [Problem(ApplicationRules.AmountIsNotNegative, field, LargestAmount)];

    public static IEnumerable<RuleProblem> Rows(string field, int count)
        => count <= TextLimits.Rows ? [] : [Problem(ApplicationRules.NotTooManyRows, field, TextLimits.Rows)];

    public static IEnumerable<RuleProblem> Language(string? language)
        => SpokenLanguages.All.Contains(language, StringComparer.Ordinal) ? [] : [Problem(ApplicationRules.LanguageIsKnown, "Language")];

    public static IReadOnlyList<RuleProblem> Account(PayeeAccount account) =>
    [
        .. account.Holder.Length == 0 ? [Problem(ApplicationRules.AccountHasHolder, "Account.Holder")] : Array.Empty<RuleProblem>(),
        .. Text("Account.Holder", account.Holder, TextLimits.Line),
        .. Text("Account.OtherHolderReason", account.OtherHolderReason, TextLimits.Answer),
    ];

    public static IEnumerable<RuleProblem> When(bool wrong, Rule rule, string field, params object[] arguments)
        => wrong ? [Problem(rule, field, arguments)] : [];

    public static RuleProblem Problem(Rule rule, string field, params object[] arguments) => new(rule, field, arguments);

    [GeneratedRegex(@"^[^\s@<>,;""]{1,64}@[^\s@<>,;""]+\.[^\s@<>,;"".]{2,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex EmailPattern();

    [GeneratedRegex("^[0-9]{5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PostalCodePattern();

    [GeneratedRegex(@"^\+?[0-9 ()/.\-]{4,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PhonePattern();
}
