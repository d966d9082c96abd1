using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.Fund.Tests.Steering;

public sealed class MeetingTests
{
    [Fact]
    public void A_meeting_is_planned_by_the_management_of_the_quarter()
    {
        Refusal.Expect(MeetingRules.ManagementOfTheQuarter, () =>
            Meeting.Plan(Someone.Id(1), Someone.Circle, Someone.Now.AddDays(1), "Saal", Someone.OtherManagement, Someone.Now));
    }

    [Fact]
    public void A_member_who_is_not_the_chair_does_not_lead()
    {
        var meeting = Given.PlannedMeeting();

        Refusal.Expect(MeetingRules.ManagementOfTheQuarter, () => meeting.AddItem(Someone.Id(2), null, "Bericht", Someone.Member("m2")));
    }

    [Fact]
    public void Everything_wrong_with_a_plan_is_told_at_once()
    {
        var violation = Assert.Throws<RuleViolation>(() => Meeting.Plan(Someone.Id(1), Someone.Circle, Someone.Now, " \u200B", Someone.Auditor, Someone.Now));

        Assert.Equal([MeetingRules.ManagementOfTheQuarter, MeetingRules.PlaceIsNamed, MeetingRules.LiesAhead], violation.Problems.Select(p => p.Rule));
        Assert.Equal([null, "Place", "StartsAt"], violation.Problems.Select(p => p.Field));
    }

    [Fact]
    public void No_meeting_is_planned_in_a_year_that_somebody_mistyped()
        => Refusal.Expect(MeetingRules.LiesWithinTwoYears, () => Meeting.Plan(Someone.Id(1), Someone.Circle, Someone.Now.AddYears(2).AddDays(1), "Schule", Someone.Management, Someone.Now));

    [Fact]
    public void An_application_stands_on_an_agenda_once()
    {
        var meeting = Given.InvitedMeeting();

        Refusal.Expect(MeetingRules.ApplicationOnAgendaOnce, () => meeting.AddItem(Someone.Id(9), Given.Application, "Noch einmal", Someone.Management));
    }

    [Fact]
    public void An_item_after_the_invitation_is_a_table_paper()
    {
        var meeting = Given.InvitedMeeting();

        meeting.AddItem(Someone.Id(9), Someone.Id(101), "Nachzügler", Someone.Management);

        Assert.Equal([false, true], meeting.AgendaItems.Select(i => i.TablePaper));
    }

    [Fact]
    public void The_agenda_keeps_its_numbers_without_gaps()
    {
        var meeting = Given.InvitedMeeting();
        meeting.AddItem(Someone.Id(8), Someone.Id(101), "B", Someone.Management);
        meeting.AddItem(Someone.Id(9), Someone.Id(102), "C", Someone.Management);

        meeting.RemoveItem(Someone.Id(2), hasBallot: false, Someone.Management);
        meeting.Reorder([Someone.Id(9), Someone.Id(8)], Someone.Management);

        Assert.Equal([(1, "C"), (2, "B")], meeting.AgendaItems.Select(i => (i.Position, i.Title)));
    }

    [Fact]
    public void An_order_that_forgets_an_item_is_refused()
    {
        var meeting = Given.InvitedMeeting();

        Refusal.Expect(MeetingRules.OrderNamesAllItems, () => meeting.Reorder([], Someone.Management));
    }

    [Fact]
    public void An_item_that_was_voted_on_stays()
    {
        var meeting = Given.InvitedMeeting();

        Refusal.Expect(MeetingRules.ItemHasNoBallot, () => meeting.RemoveItem(Someone.Id(2), hasBallot: true, Someone.Management));
    }

    [Fact]
    public void Nobody_is_invited_to_an_empty_agenda()
    {
        var meeting = Given.PlannedMeeting();

        Refusal.Expect(MeetingRules.AgendaIsNotEmpty, () => meeting.Invite(Someone.Management, Someone.Now));
    }

    [Fact]
    public void The_invitation_is_sent_once()
    {
        var meeting = Given.InvitedMeeting();

        Refusal.Expect(MeetingRules.InvitedOnce, () => meeting.Invite(Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_meeting_opens_after_the_invitation_and_once()
    {
        Refusal.Expect(MeetingRules.InvitedFirst, () => Given.PlannedMeeting().Open(Someone.Chair, Someone.Now));
        Refusal.Expect(MeetingRules.OpenedOnce, () => Given.OpenMeeting().Open(Someone.Chair, Someone.Now));
    }

    [Fact]
    public void An_opened_meeting_does_not_move()
    {
        Refusal.Expect(MeetingRules.NotYetOpen, () => Given.OpenMeeting().Move(Someone.Now.AddDays(20), "Saal", Someone.Management, Someone.Now));
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void An_invitation_in_time_counts_calendar_days(int days, bool inTime)
    {
        Assert.Equal(inTime, Given.InvitedMeeting().InvitedInTime(days, Someone.Berlin));
    }

    [Fact]
    public void A_deputy_sits_in_only_while_the_member_is_not_there()
    {
        var meeting = Given.OpenMeeting("m2");

        Refusal.Expect(MeetingRules.SeatIsTakenOnce, () => meeting.RecordAttendance(Someone.Circle, "m2d", Presence.Present, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_deputy_votes_when_the_member_is_excused()
    {
        var meeting = Given.OpenMeeting("m1");

        meeting.RecordAttendance(Someone.Circle, "m2", Presence.Excused, Someone.Management, Someone.Now);
        meeting.RecordAttendance(Someone.Circle, "m2d", Presence.Present, Someone.Management, Someone.Now);

        Assert.Equal(["m1", "m2d"], meeting.VotersPresent.Select(a => a.MemberId));
    }

    [Fact]
    public void Advisors_are_present_without_a_vote()
    {
        Assert.Empty(Given.OpenMeeting("a1").VotersPresent);
    }

    [Fact]
    public void Strangers_are_no_members()
    {
        var meeting = Given.OpenMeeting();

        Refusal.Expect(MeetingRules.MemberOfThisCircle, () => meeting.RecordAttendance(Someone.Circle, "stranger", Presence.Present, Someone.Management, Someone.Now));
    }

    [Fact]
    public void Excuses_come_before_the_meeting_but_nobody_is_present_yet()
    {
        var meeting = Given.InvitedMeeting();

        meeting.RecordAttendance(Someone.Circle, "m3", Presence.Excused, Someone.Management, Someone.Now);

        Assert.Single(meeting.Attendance);
        Refusal.Expect(MeetingRules.IsOpen, () => meeting.RecordAttendance(Someone.Circle, "m4", Presence.Present, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_meeting_ends_after_all_its_ballots()
    {
        Refusal.Expect(MeetingRules.AllBallotsClosed, () => Given.OpenMeeting().Close("", openBallots: 1, Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_closed_meeting_does_not_change()
    {
        var meeting = Given.OpenMeeting("m1");
        meeting.Close("Ende um 20 Uhr.", openBallots: 0, Someone.Management, Someone.Now);

        Refusal.Expect(MeetingRules.NotClosed, () => meeting.AddItem(Someone.Id(9), null, "Spät", Someone.Management));
    }

    [Fact]
    public void An_item_has_a_short_title_and_is_found_on_its_agenda()
    {
        var meeting = Given.PlannedMeeting();

        Refusal.Expect(MeetingRules.ItemHasTitle, () => meeting.AddItem(Someone.Id(9), null, " ", Someone.Management));
        Refusal.Expect(MeetingRules.TextIsShortEnough, () => meeting.AddItem(Someone.Id(9), null, new string('x', 201), Someone.Management));
        Refusal.Expect(MeetingRules.ItemIsOnAgenda, () => meeting.Item(Someone.Id(9)));
    }
}
