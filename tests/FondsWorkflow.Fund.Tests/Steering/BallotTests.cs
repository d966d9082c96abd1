using System.Globalization;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.Fund.Tests.Steering;

public sealed class BallotTests
{
    [Fact]
    public void A_ballot_needs_an_open_meeting()
    {
        Refusal.Expect(BallotRules.MeetingIsOpen, () =>
            Ballot.OpenInMeeting(Someone.Id(3), Given.InvitedMeeting(), Someone.Id(2), Someone.ApplicantId, Given.Rule, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_ballot_decides_on_an_application()
    {
        var meeting = Given.OpenMeeting("m1");
        meeting.AddItem(Someone.Id(9), null, "Bericht", Someone.Management);

        Refusal.Expect(BallotRules.ItemIsAnApplication, () =>
            Ballot.OpenInMeeting(Someone.Id(3), meeting, Someone.Id(9), Someone.ApplicantId, Given.Rule, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_second_vote_of_the_same_member_is_refused()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        ballot.Cast("m1", VoteChoice.Yes, Someone.Member("m1"), Someone.Now);

        Refusal.Expect(BallotRules.OneVoteEach, () => ballot.Cast("M1", VoteChoice.No, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_recused_member_does_not_vote()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        ballot.Recuse("m2", RecusalGround.BoardMember, null, Someone.Member("m2"), Someone.Now);

        Refusal.Expect(BallotRules.RecusedMembersDoNotVote, () => ballot.Cast("m2", VoteChoice.Yes, Someone.Member("m2"), Someone.Now));
    }

    [Fact]
    public void A_recused_chair_leads_nothing_of_that_ballot()
    {
        var chair = Someone.Chair;
        var ballot = Given.OpenBallot(chair.Id, "m2", "m3");
        ballot.Recuse(chair.Id, RecusalGround.BoardMember, null, chair, Someone.Now);

        Refusal.Expect(BallotRules.TheRecusedDoNotLead, () => ballot.Cast("m2", VoteChoice.Yes, chair, Someone.Now));
        Refusal.Expect(BallotRules.TheRecusedDoNotLead, () => ballot.Recuse("m3", RecusalGround.Relative, null, chair, Someone.Now));
        Refusal.Expect(BallotRules.TheRecusedDoNotLead, () => ballot.Close(chair, Someone.Now));
    }

    [Fact]
    public void A_chair_who_applied_does_not_open_the_ballot()
    {
        var meeting = Given.OpenMeeting(Someone.Chair.Id, "m2", "m3");

        Refusal.Expect(BallotRules.TheRecusedDoNotLead, () =>
            Ballot.OpenInMeeting(Someone.Id(3), meeting, Someone.Id(2), Someone.Chair.Id, Given.Rule, Someone.Chair, Someone.Now));
    }

    [Fact]
    public void The_applicant_is_recused_at_once()
    {
        var ballot = Ballot.OpenInMeeting(Someone.Id(3), Given.OpenMeeting("m1", "m2", "m3"), Someone.Id(2), "M3", Given.Rule, Someone.Management, Someone.Now);

        Assert.Equal((RecusalGround.OwnApplication, "m3"), ballot.Recusals.Select(r => (r.Ground, r.MemberId)).Single());
    }

    [Fact]
    public void A_recusal_strikes_the_vote_that_was_cast()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        ballot.Cast("m2", VoteChoice.Yes, Someone.Member("m2"), Someone.Now);

        ballot.Recuse("m2", RecusalGround.Relative, null, Someone.Management, Someone.Now);

        Assert.Empty(ballot.Votes);
        Assert.True(ballot.Recusals.Single().VoteStruck);
        Assert.False(ballot.Recusals.Single().DeclaredByMember);
    }

    [Fact]
    public void Nobody_votes_for_somebody_else()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");

        Refusal.Expect(BallotRules.OwnVoteOrMinutes, () => ballot.Cast("m1", VoteChoice.Yes, Someone.Member("m2"), Someone.Now));
        Refusal.Expect(BallotRules.OwnVoteOrMinutes, () => ballot.Recuse("m1", RecusalGround.Relative, null, Someone.Member("m2"), Someone.Now));
    }

    [Theory]
    [InlineData("m5")]
    [InlineData("a1")]
    [InlineData("stranger")]
    public void Absent_and_advisory_people_do_not_vote(string memberId)
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3", "a1");

        Refusal.Expect(BallotRules.EligibleMembersVote, () => ballot.Cast(memberId, VoteChoice.Yes, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_member_is_recused_once_and_another_ground_is_explained()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        Refusal.Expect(BallotRules.OtherGroundIsExplained, () => ballot.Recuse("m1", RecusalGround.Other, " ", Someone.Member("m1"), Someone.Now));
        ballot.Recuse("m1", RecusalGround.Other, "Nachbar der Gruppe", Someone.Member("m1"), Someone.Now);

        Refusal.Expect(BallotRules.RecusedOnce, () => ballot.Recuse("m1", RecusalGround.Relative, null, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_closed_ballot_takes_nothing_more()
    {
        var ballot = Given.ClosedBallot(2, 1);

        Refusal.Expect(BallotRules.BallotIsOpen, () => ballot.Cast("m3", VoteChoice.Yes, Someone.Management, Someone.Now));
        Refusal.Expect(BallotRules.BallotIsOpen, () => ballot.Recuse("m3", RecusalGround.Relative, null, Someone.Management, Someone.Now));
        Refusal.Expect(BallotRules.BallotIsOpen, () => ballot.Close(Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_ballot_is_closed_before_all_have_voted_only_by_somebody_who_says_so()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        ballot.Cast("m1", VoteChoice.Yes, Someone.Management, Someone.Now);
        ballot.Recuse("m3", RecusalGround.Relative, null, Someone.Management, Someone.Now);

        var refusal = Refusal.Expect(BallotRules.MissingVotesAreSeen, () => ballot.Close(Someone.Management, Someone.Now));
        ballot.Close(Someone.Management, Someone.Now, withoutMissing: true);

        Assert.Equal(("WithoutMissing", 1), (refusal.Problems[0].Field, refusal.Problems[0].Arguments[0]));
        Assert.False(ballot.IsOpen);
    }

    [Fact]
    public void A_member_does_not_close_a_ballot()
    {
        Refusal.Expect(BallotRules.ManagementLeads, () => Given.OpenBallot("m1", "m2").Close(Someone.Member("m2"), Someone.Now));
    }

    [Fact]
    public void A_recused_seat_leaves_the_base_of_the_quorum()
    {
        var ballot = Given.OpenBallot("m1", "m2", "m3");
        ballot.Recuse("m3", RecusalGround.Employee, null, Someone.Management, Someone.Now);

        var result = ballot.Count();

        Assert.Equal((2, 4, 3, BallotOutcome.NoQuorum), (result.Participants, result.QuorumBase, result.QuorumNeeded, result.Outcome));
    }

    [Fact]
    public void A_circular_resolution_is_off_until_the_guideline_allows_it()
    {
        Refusal.Expect(BallotRules.CircularVoteIsAllowed, () => Circular(new CircularRule(Allowed: false, Days: 7)));
    }

    [Fact]
    public void A_circular_resolution_ends_early_only_with_all_answers()
    {
        var ballot = Circular(new CircularRule(Allowed: true, Days: 7));
        ballot.Cast("m1", VoteChoice.Yes, Someone.Member("m1"), Someone.Now);

        Refusal.Expect(BallotRules.CircularVoteRunsItsTime, () => ballot.Close(Someone.Management, Someone.Now.AddDays(6)));
        Assert.Equal(BallotOutcome.NoQuorum, ballot.Close(Actor.System, Someone.Now.AddDays(7)).Outcome);
    }

    [Fact]
    public void An_answer_after_the_time_is_refused()
    {
        var ballot = Circular(new CircularRule(Allowed: true, Days: 7));

        Refusal.Expect(BallotRules.AnswersComeInTime, () => ballot.Cast("m1", VoteChoice.Yes, Someone.Member("m1"), Someone.Now.AddDays(7)));
    }

    [Fact]
    public void The_result_explains_itself()
    {
        var lines = Given.ClosedBallot(3, 1).Result!.Explain(CultureInfo.GetCultureInfo("de-DE"));

        Assert.Equal(
            [
                "Der Steuerungskreis ist beschlussfähig: 4 stimmberechtigte Mitglieder nehmen teil, nötig sind 3 (mehr als die Hälfte von 5).",
                "Ja: 3, Nein: 1, Enthaltung: 0.",
                "Der Antrag ist angenommen. Ja-Stimmen: 3, nötig: 2.",
            ],
            lines);
    }

    private static Ballot Circular(CircularRule rule) =>
        Ballot.OpenCircular(Someone.Id(3), Someone.Circle, Given.Application, Someone.ApplicantId, Given.Rule, rule, Someone.Management, Someone.Now);

    [Fact]
    public void The_note_of_a_recusal_is_short()
    {
        Refusal.Expect(BallotRules.NoteIsShortEnough, () =>
            Given.OpenBallot("m1").Recuse("m1", RecusalGround.Relative, new string('x', 501), Someone.Management, Someone.Now));
    }
}
