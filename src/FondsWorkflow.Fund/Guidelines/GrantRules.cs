using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>What can be granted.</summary>
/// <param name="SoftCapGross">Request above it needs a reason; no hard stop (B1: "im Regelfall").</param>
/// <param name="OwnSharePercent">Share of the costs that does not come from the fund, 0 to 100.</param>
/// <param name="OneGrantPerYear">True when an applicant gets one grant a year at most.</param>
/// <param name="EarlyStart">True when an early start can be asked for. False: nobody starts before the written notice.</param>
/// <param name="SmallSumsByManagement">True when the management decides on small sums itself. Refused for now: the circle decides on all (B1).</param>
/// <param name="ProjectsEndBy">Last day a project may end: the end of the grant period.</param>
public sealed record GrantRules(
    Sourced<Money> SoftCapGross,
    Sourced<int> OwnSharePercent,
    Sourced<bool> OneGrantPerYear,
    Sourced<bool> EarlyStart,
    Sourced<bool> SmallSumsByManagement,
    Sourced<DateOnly> ProjectsEndBy);

/// <summary>When quotes are needed.</summary>
/// <param name="Threshold">A cost item of this amount or more needs quotes.</param>
/// <param name="Count">How many.</param>
public sealed record QuoteRules(Sourced<Money> Threshold, Sourced<int> Count);
