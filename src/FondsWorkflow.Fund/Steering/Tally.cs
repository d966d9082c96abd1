using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Steering;

/// <summary>Counts votes after the guideline's rule. Pure arithmetic: the same votes always give the same result.</summary>
public static class Tally
{
    /// <summary>Counts.</summary>
    /// <param name="rule">The guideline's rule.</param>
    /// <param name="votingSeats">Seats of the circle with a vote, at least 1.</param>
    /// <param name="recused">Recused members; their seats leave the base of the quorum.</param>
    /// <param name="participants">Members who take part without the recused; at least as many as votes.</param>
    /// <param name="votes">The votes, one per member.</param>
    public static BallotResult Count(VotingRule rule, int votingSeats, int recused, int participants, IReadOnlyCollection<VoteChoice> votes)
    {
        var yes = votes.Count(v => v == VoteChoice.Yes);
        var no = votes.Count(v => v == VoteChoice.No);
        var quorumBase = Math.Max(0, votingSeats - recused);
        var quorumNeeded = QuorumNeeded(rule.Quorum, quorumBase);
        var yesNeeded = YesNeeded(rule.Majority, no, participants);
        var outcome = participants < quorumNeeded ? BallotOutcome.NoQuorum
            : yes == no ? OnTie(rule.Tie)
            : yes >= yesNeeded ? BallotOutcome.Carried
            : BallotOutcome.Rejected;

        return new BallotResult(
            outcome, yes, no, votes.Count - yes - no, participants - votes.Count, recused, participants, quorumBase, quorumNeeded, yesNeeded);
    }

    private static int QuorumNeeded(QuorumRule rule, int quorumBase) => rule switch
    {
        QuorumRule.MoreThanHalfOfVotingSeats => (quorumBase / 2) + 1,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown quorum rule."),
    };

    private static int YesNeeded(MajorityRule rule, int no, int participants) => rule switch
    {
        MajorityRule.SimpleOfPresent => no + 1,
        MajorityRule.MoreThanHalfOfPresent => (participants / 2) + 1,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown majority rule."),
    };

    private static BallotOutcome OnTie(TieRule rule) => rule switch
    {
        TieRule.Rejected => BallotOutcome.Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown tie rule."),
    };
}
