using CsCheck;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.Fund.Tests.Steering;

public sealed class TallyTests
{
    private static readonly Gen<(int Seats, int Recused, int Participants, VoteChoice[] Votes)> Ballots =
        from seats in Gen.Int[1, 30]
        from recused in Gen.Int[0, seats]
        from participants in Gen.Int[0, seats - recused]
        from votes in Gen.Int[0, 2].Select(choice => (VoteChoice)choice).Array[0, participants]
        select (seats, recused, participants, votes);

    [Fact]
    public void Every_vote_is_counted_once()
    {
        Ballots.Sample(b =>
        {
            var result = Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, b.Votes);
            return result.Yes + result.No + result.Abstained + result.NotVoted == b.Participants;
        });
    }

    [Fact]
    public void A_motion_is_carried_exactly_with_a_quorum_and_more_yes_than_no()
    {
        Ballots.Sample(b =>
        {
            var result = Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, b.Votes);
            var carried = b.Participants * 2 > b.Seats - b.Recused && b.Votes.Count(v => v == VoteChoice.Yes) > b.Votes.Count(v => v == VoteChoice.No);
            return (result.Outcome == BallotOutcome.Carried) == carried;
        });
    }

    [Fact]
    public void Equal_votes_reject()
    {
        Ballots.Sample(b =>
        {
            var result = Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, b.Votes);
            return result.Yes != result.No || result.Outcome != BallotOutcome.Carried;
        });
    }

    [Fact]
    public void The_order_of_votes_does_not_matter()
    {
        Ballots.Sample(b => Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, b.Votes)
            == Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, [.. b.Votes.Reverse()]));
    }

    [Fact]
    public void One_more_yes_never_turns_a_carried_motion_down()
    {
        Ballots.Where(b => b.Votes.Length < b.Participants).Sample(b =>
        {
            var before = Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, b.Votes);
            var after = Tally.Count(Given.Rule, b.Seats, b.Recused, b.Participants, [.. b.Votes, VoteChoice.Yes]);
            return before.Outcome != BallotOutcome.Carried || after.Outcome == BallotOutcome.Carried;
        });
    }

    [Theory]
    [InlineData(2, 1, 2, BallotOutcome.Rejected)]
    [InlineData(3, 1, 1, BallotOutcome.Carried)]
    public void More_than_half_of_all_present_makes_an_abstention_work_like_a_no(int yes, int no, int abstained, BallotOutcome outcome)
    {
        var rule = Given.Rule with { Majority = MajorityRule.MoreThanHalfOfPresent };
        VoteChoice[] votes = [.. Enumerable.Repeat(VoteChoice.Yes, yes), .. Enumerable.Repeat(VoteChoice.No, no), .. Enumerable.Repeat(VoteChoice.Abstain, abstained)];

        Assert.Equal(outcome, Tally.Count(rule, votingSeats: 5, recused: 0, participants: 5, votes).Outcome);
    }

    [Fact]
    public void When_all_are_recused_nothing_is_decided()
    {
        Assert.Equal(BallotOutcome.NoQuorum, Tally.Count(Given.Rule, votingSeats: 3, recused: 3, participants: 0, []).Outcome);
    }
}
