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
/// <param name="Bookkeeping">Where its payments are booked; null when the city has not said it.</param>
public sealed record FundDefinition(
    string Key,
    string Name,
    string QuarterKey,
    Sourced<FundType> Type,
    Sourced<string> LegalBasis,
    string CircleKey,
    string OfficeKey,
    string NumberPrefix,
    IReadOnlyList<YearBudget> Budgets,
    FundBookkeeping? Bookkeeping = null);

/// <summary>Where a fund's payments are booked (finance.md §3.3); each part as the city's chart of accounts has it, null when it has none.</summary>
/// <param name="Programme">Funding programme.</param>
/// <param name="Product">Produkt.</param>
/// <param name="Account">Sachkonto or Finanzkonto.</param>
/// <param name="CostCentre">Kostenstelle.</param>
/// <param name="CostUnit">Kostenträger.</param>
/// <param name="Measure">Number of the investment or measure.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FundBookkeeping(string? Programme, string? Product, string? Account, string? CostCentre, string? CostUnit, string? Measure, string Source);

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
