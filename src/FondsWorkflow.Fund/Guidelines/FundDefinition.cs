using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>A fund: whose money it is, who decides, how its applications are numbered.</summary>
/// <param name="Key">Lower-case key, for example <c>vf_baumheide</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="QuarterKey">The quarter it belongs to.</param>
/// <param name="Type">Residents' or centres' fund.</param>
/// <param name="LegalBasis">Programme rule the money comes under.</param>
/// <param name="CircleKey">The deciding body.</param>
/// <param name="OfficeKey">The office that writes the notices.</param>
/// <param name="NumberPrefix">Two to four capitals before every application number, for example <c>BAU</c>.</param>
/// <param name="Budgets">Money per year.</param>
public sealed record FundDefinition(
    string Key,
    string Name,
    string QuarterKey,
    FundType Type,
    Sourced<string> LegalBasis,
    string CircleKey,
    string OfficeKey,
    string NumberPrefix,
    IReadOnlyList<YearBudget> Budgets);

/// <summary>The money of one year.</summary>
/// <param name="Year">Budget year.</param>
/// <param name="Amount">Amount with its source.</param>
public sealed record YearBudget(int Year, Sourced<Money> Amount);

/// <summary>The two kinds of funds (domain.md §1.1).</summary>
public enum FundType
{
    /// <summary>Bewohnerfonds: up to 100 % from the fund (Ziffer 17).</summary>
    Residents,

    /// <summary>Zentrenfonds: at least 50 % from the applicant (Ziffer 14).</summary>
    Centres,
}
