using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Reviews;

/// <summary>What the management recommends to the circle.</summary>
/// <param name="EligibleCosts">Eligible part of the cost plan.</param>
/// <param name="Amount">Recommended grant.</param>
/// <param name="Conditions">Proposed conditions; may be empty.</param>
/// <param name="Reason">Why; needed when it is less than requested.</param>
public sealed record Recommendation(Money EligibleCosts, Money Amount, IReadOnlyList<string> Conditions, string? Reason = null);
