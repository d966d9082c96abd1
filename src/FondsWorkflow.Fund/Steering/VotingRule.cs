using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Steering;

/// <summary>How a ballot is counted; a copy of the guideline's values, so that a result can always be recomputed.</summary>
/// <param name="Quorum">When the circle can decide.</param>
/// <param name="Majority">When the motion is carried.</param>
/// <param name="Tie">What equal votes mean.</param>
public sealed record VotingRule(QuorumRule Quorum, MajorityRule Majority, TieRule Tie)
{
    /// <summary>The rule a guideline sets.</summary>
    public static VotingRule Of(VotingRules rules) => new(rules.Quorum.Value, rules.Majority.Value, rules.Tie.Value);
}

/// <summary>Whether and how long the circle may decide without a meeting (Umlaufbeschluss).</summary>
/// <param name="Allowed">False until the guideline allows it.</param>
/// <param name="Days">Calendar days the members have to answer, at least 1.</param>
public sealed record CircularRule(bool Allowed, int Days)
{
    /// <summary>The rule a guideline sets.</summary>
    public static CircularRule Of(VotingRules rules) => new(rules.CircularVote.Value, rules.CircularVoteDays.Value);
}
