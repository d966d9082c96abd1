namespace FondsWorkflow.Fund.Guidelines;

/// <summary>How the circle decides.</summary>
/// <param name="Quorum">When the circle can decide.</param>
/// <param name="Majority">When a motion is carried.</param>
/// <param name="Tie">What equal votes mean.</param>
/// <param name="CircularVote">True when resolutions without a meeting are allowed.</param>
/// <param name="CircularVoteDays">Calendar days a circular vote stays open.</param>
public sealed record VotingRules(
    Sourced<QuorumRule> Quorum, Sourced<MajorityRule> Majority, Sourced<TieRule> Tie, Sourced<bool> CircularVote, Sourced<int> CircularVoteDays);

/// <summary>When the circle can decide.</summary>
public enum QuorumRule
{
    /// <summary>More than half of the voting seats are present; seats of recused members leave the base.</summary>
    MoreThanHalfOfVotingSeats,
}

/// <summary>When a motion is carried.</summary>
public enum MajorityRule
{
    /// <summary>More yes than no among the present; abstentions don't count (as § 50 Abs. 5 GO NRW for the council).</summary>
    SimpleOfPresent,

    /// <summary>Yes from more than half of all present, so that an abstention works like a no.</summary>
    MoreThanHalfOfPresent,
}

/// <summary>What equal votes mean.</summary>
public enum TieRule
{
    /// <summary>The motion is rejected.</summary>
    Rejected,
}
