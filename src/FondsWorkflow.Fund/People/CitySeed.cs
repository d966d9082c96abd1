using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>Everything a city's seed folder says, read and cross-checked.</summary>
/// <param name="City">People, places and bodies.</param>
/// <param name="Funds">Funds.</param>
/// <param name="Guidelines">All versions of all guidelines.</param>
public sealed record CitySeed(City City, IReadOnlyList<FundDefinition> Funds, IReadOnlyList<Guideline> Guidelines)
{
    /// <summary>The bookkeeping profile that the city chose; its own goes before one of the same name that comes with the library.</summary>
    public required ExportProfile Bookkeeping { get; init; }

    /// <summary>The guideline of a fund that is in force on a day: the highest version whose first day is not later; null when there is none yet.</summary>
    public Guideline? GuidelineOn(string fundKey, DateOnly day)
        => Guidelines.Where(g => string.Equals(g.FundKey, fundKey, StringComparison.Ordinal) && g.ValidFrom <= day).MaxBy(g => g.Version);
}
