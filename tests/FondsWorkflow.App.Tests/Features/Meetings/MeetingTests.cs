using System.Net;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.List;
using FondsWorkflow.App.Features.Meetings.Minutes;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Meetings;

public sealed class MeetingTests
{
    private const string Chair = "bezirksbuergermeister.baumheide@demo.example";
    private const string Resident = "bewohner1.baumheide@demo.example";
    private const string Deputy = "bewohner.vertretung.baumheide@demo.example";

    [Fact]
    public async Task What_came_in_by_the_deadline_stands_on_the_agenda_at_once_and_the_rest_can_be_added()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var early = await story.Forwarded();
        app.Sleep(TimeSpan.FromDays(3));
        var late = await story.Forwarded("andere@gruppe.example");

        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(25), "Stadtteilbüro"));

        Assert.Equal([early], await Agenda(app, meeting));
        await story.Management.Send(new AddApplicationToAgenda(meeting, late));
        Assert.Equal([early, late], await Agenda(app, meeting));
    }

    [Fact]
    public async Task What_missed_the_deadline_is_named_with_the_meeting_it_reaches()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Forwarded();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(10), "Stadtteilbüro"));
        await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(40), "Stadtteilbüro"));

        var page = await new Visit(story.Management.Http).Open($"/steuerungskreis/sitzungen/{meeting}");

        Assert.Empty(await Agenda(app, meeting));
        Assert.Contains("BAU-2026-0001 Lebendiger Winterkalender: kommt in die Sitzung am 21.02.2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_plans_and_other_members_do_not()
    {
        await using var app = await FondsApp.StartAsync();
        var plan = new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro");

        await app.As(Chair).Send(plan);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Resident).Send(plan));

        Assert.Equal(MeetingRules.ManagementOfTheQuarter, refusal.Problems[0].Rule);
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.sennestadt@demo.example").Send(plan));
    }

    [Fact]
    public async Task The_invitation_goes_to_every_member_once_with_agenda_and_calendar_entry()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro, Raum 1"));
        await story.Management.Send(new InviteCircle(meeting));

        var again = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new InviteCircle(meeting)));

        Assert.Equal(MeetingRules.InvitedOnce, again.Problems[0].Rule);
        var mails = (await app.Mails()).Where(m => m.Subject!.StartsWith("Einladung", StringComparison.Ordinal)).ToList();
        Assert.Equal(story.Circle.Members.Select(m => m.UserId).Order(), mails.Select(m => m.To.Mailboxes.Single().Address).Order());
        Assert.All(mails, m => Assert.Contains("Lebendiger Winterkalender", m.TextBody, StringComparison.Ordinal));
        var entry = Assert.IsType<MimeKit.TextPart>(mails[0].Attachments.Single()).Text.ReplaceLineEndings("\n");
        Assert.Contains("LOCATION:Stadtteilbüro\\, Raum 1\n", entry, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260211T080000Z\n", entry, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 2, 11), await app.Read(db => db.Assignments.Where(a => a.ApplicationId == id && a.Activity == "DecideInCircle").Select(a => a.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task A_deputy_takes_the_seat_when_the_member_leaves_it_in_the_same_step()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var meeting = await story.OpenMeeting(await story.Forwarded());
        var taken = await Assert.ThrowsAsync<RuleViolation>(async () => await story.Management.Send(new RecordAttendance(meeting, await story.MeetingVersion(meeting), [new(Deputy, Presence.Present)])));

        await story.Management.Send(new RecordAttendance(meeting, await story.MeetingVersion(meeting), [new(Deputy, Presence.Present), new(Resident, Presence.Excused)]));

        Assert.Equal(MeetingRules.SeatIsTakenOnce, taken.Problems[0].Rule);
        var voters = (await app.Read(db => db.Meetings.SingleAsync())).VotersPresent.Select(v => v.MemberId).ToList();
        Assert.Contains(Deputy, voters);
        Assert.DoesNotContain(Resident, voters);
    }

    [Fact]
    public async Task A_meeting_with_an_open_ballot_is_not_closed()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        await story.OpenBallotIn(meeting, id);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new CloseMeeting(meeting, null)));

        Assert.Equal(MeetingRules.AllBallotsClosed, refusal.Problems[0].Rule);
    }

    [Fact]
    public async Task The_minutes_are_written_from_attendance_votes_and_resolution()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Decided(ResolutionOutcome.ApprovedWithLess, amount: 300);
        var meeting = await app.Read(db => db.Meetings.Select(m => m.Id).SingleAsync());
        await story.Management.Send(new CloseMeeting(meeting, "Gute Stimmung."));

        var minutes = await app.As(Resident).Send(new ShowMinutes(meeting));

        var item = Assert.Single(minutes.Items);
        Assert.Equal(Story.Euro(300), item.Resolution!.Amount);
        Assert.Contains("Ja: 7, Nein: 0, Enthaltung: 0.", Assert.Single(item.Ballots).Result);
        Assert.Equal(7, minutes.VotersPresent);
        var page = await (await app.As(Resident).Http.GetAsync($"/steuerungskreis/sitzungen/{meeting}/niederschrift")).Html();
        Assert.Contains("Mit geringerem Betrag bewilligt", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_does_not_wait_for_the_circle_comes_on_no_agenda()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var submitted = await story.Submitted();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Management.Send(new AddApplicationToAgenda(meeting, submitted)));

        Assert.Equal(MeetingAppRules.ApplicationIsReady, refusal.Problems[0].Rule);
    }

    [Theory]
    [InlineData("management.baumheide@demo.example", HttpStatusCode.OK)]
    [InlineData(Resident, HttpStatusCode.OK)]
    [InlineData("management.sennestadt@demo.example", HttpStatusCode.NotFound)]
    [InlineData("bewohner1.sennestadt@demo.example", HttpStatusCode.NotFound)]
    [InlineData("bauamt.a@demo.example", HttpStatusCode.Forbidden)]
    public async Task A_meeting_is_seen_by_its_own_quarter_only(string person, HttpStatusCode expected)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);
        var item = await story.ItemOf(meeting, id);

        foreach (var url in new[] { $"/steuerungskreis/sitzungen/{meeting}", $"/steuerungskreis/sitzungen/{meeting}/punkte/{item}", $"/steuerungskreis/sitzungen/{meeting}/niederschrift" })
        {
            Assert.Equal(expected, (await app.As(person).Http.GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task A_meeting_is_planned_invited_and_opened_on_its_pages()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Forwarded();

        var planned = await story.Management.Http.Press("/steuerungskreis", null, ("Form.StartsAt", "2026-02-24T18:00"), ("Form.Place", "Stadtteilbüro"));
        var url = planned.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await story.Management.Http.Press(url, "Invite")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await story.Management.Http.Press(url, "Open")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await story.Management.Http.Press(url, "Attendance", ("Attendance.Members[0].Presence", "Present"))).StatusCode);

        var stored = await app.Read(db => db.Meetings.SingleAsync());
        Assert.True(stored.IsOpen);
        Assert.Single(stored.VotersPresent);
        Assert.Equal(new DateTimeOffset(2026, 2, 24, 17, 0, 0, TimeSpan.Zero), stored.StartsAt);
    }

    [Fact]
    public async Task A_meeting_that_moves_takes_its_due_day_and_its_reminders_along_to_an_earlier_day_too()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));
        await story.Management.Send(new InviteCircle(meeting));
        var later = await ReminderOf(app, id);

        await story.Management.Send(new MoveMeeting(meeting, await story.MeetingVersion(meeting), app.Clock.GetUtcNow().AddDays(20), "Stadtteilbüro"));

        Assert.Equal(new DateOnly(2026, 2, 1), await DueOn(app, id));
        Assert.Equal(later!.Value.AddDays(-10), await ReminderOf(app, id));
        Assert.Equal(story.Circle.Members.Count, await app.Read(db => db.Outbox.CountAsync(m => m.Key.StartsWith("MeetingMoved:"))));
    }

    [Fact]
    public async Task A_stale_page_moves_no_meeting()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Forwarded();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));
        var version = await story.MeetingVersion(meeting);
        await story.Management.Send(new MoveMeeting(meeting, version, app.Clock.GetUtcNow().AddDays(31), "Stadtteilbüro"));

        await Refused.By(CommandRules.SomebodyElseWasFaster, () => story.Management.Send(new MoveMeeting(meeting, version, app.Clock.GetUtcNow().AddDays(32), "Stadtteilbüro")));
    }

    [Fact]
    public async Task What_is_taken_off_the_agenda_has_no_day_until_another_meeting_takes_it()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var (id, other) = (await story.Forwarded(), await story.Forwarded("andere@gruppe.example"));
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));
        await story.Management.Send(new InviteCircle(meeting));

        await story.Management.Send(new RemoveFromAgenda(meeting, await story.ItemOf(meeting, id)));

        Assert.Null(await DueOn(app, id));
        Assert.Equal(new DateOnly(2026, 2, 11), await DueOn(app, other));
        var second = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(40), "Stadtteilbüro"));
        await story.Management.Send(new InviteCircle(second));
        Assert.Equal(new DateOnly(2026, 2, 21), await DueOn(app, id));
        Assert.Equal(new DateOnly(2026, 2, 11), await DueOn(app, other));
    }

    [Fact]
    public async Task What_a_meeting_leaves_undecided_has_no_day_any_more()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var meeting = await story.OpenMeeting(id);

        await story.Management.Send(new CloseMeeting(meeting, null));

        Assert.Null(await DueOn(app, id));
    }

    [Fact]
    public async Task An_item_without_a_decision_stands_on_the_agenda_and_only_those_who_lead_add_it()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));

        await story.Management.Send(new AddTopicToAgenda(meeting, "Bericht aus dem Quartier"));
        await Refused.By(MeetingRules.ItemHasTitle, () => story.Management.Send(new AddTopicToAgenda(meeting, " ")));
        await Refused.By(MeetingRules.ManagementOfTheQuarter, () => app.As(Resident).Send(new AddTopicToAgenda(meeting, "Verschiedenes")));
        await story.Management.Send(new InviteCircle(meeting));
        await story.Management.Send(new AddTopicToAgenda(meeting, "Nachtrag"));

        var items = (await app.Read(db => db.Meetings.SingleAsync())).AgendaItems;
        Assert.Equal([("Bericht aus dem Quartier", false), ("Nachtrag", true)], items.Select(i => (i.Title, i.TablePaper)));
        Assert.All(items, i => Assert.Null(i.ApplicationId));
    }

    [Fact]
    public async Task A_stale_page_overwrites_no_attendance_and_says_what_a_colleague_recorded()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var meeting = await story.OpenMeeting(await story.Forwarded());
        var version = await story.MeetingVersion(meeting);
        await app.As(Chair).Send(new RecordAttendance(meeting, version, [new(Resident, Presence.Excused)]));

        var refusal = await Refused.By(MeetingAppRules.AttendanceIsCurrent, () => story.Management.Send(new RecordAttendance(meeting, version, [new(Resident, Presence.Absent)])));

        Assert.Equal("Bewohnerschaft, Sitz 1 Entschuldigt", refusal.Problems.Single().Arguments.Single());
        Assert.Equal(6, (await app.Read(db => db.Meetings.SingleAsync())).VotersPresent.Count);
    }

    private static Task<DateOnly?> DueOn(FondsApp app, Guid id)
        => app.Read(db => db.Assignments.Where(a => a.ApplicationId == id && a.Activity == "DecideInCircle").Select(a => a.DueOn).SingleAsync());

    private static Task<DateTimeOffset?> ReminderOf(FondsApp app, Guid id)
        => app.Read(db => db.Assignments.Where(a => a.ApplicationId == id && a.Activity == "DecideInCircle").Join(db.Reminders, a => a.Id, r => r.Id, (a, r) => r.NextAt).SingleAsync());

    private static async Task<IEnumerable<Guid?>> Agenda(FondsApp app, Guid meeting)
        => (await app.Read(db => db.Meetings.SingleAsync(m => m.Id == meeting))).AgendaItems.Select(i => i.ApplicationId);
}
