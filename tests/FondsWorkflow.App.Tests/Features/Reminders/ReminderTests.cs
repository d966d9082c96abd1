using FondsWorkflow.App.Features.Ballots.Recuse;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Reminders;

public sealed class ReminderTests
{
    [Fact]
    public async Task The_management_is_reminded_of_a_waiting_review_and_then_the_office_is_told()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Submitted();

        app.Sleep(TimeSpan.FromDays(4));
        await Sweep(app);
        app.Sleep(TimeSpan.FromDays(8));
        await Sweep(app);

        var mails = await Reminders(app);
        Assert.Contains(mails, m => m.To == "management.baumheide@demo.example" && m.Key.Contains(":+3wd:", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.To == "bauamt.a@demo.example" && m.Key.Contains(":+10d:", StringComparison.Ordinal));
        Assert.Equal(ActorRole.Office, (await app.Read(db => db.Assignments.SingleAsync())).EscalatedTo);
    }

    [Fact]
    public async Task A_payment_that_is_due_today_is_not_called_late_and_everybody_gets_a_link_that_opens()
    {
        await using var app = await FondsApp.StartAsync();
        await new Payments(new Story(app)).Asked();

        app.Sleep(TimeSpan.FromDays(8));
        await Sweep(app);

        var mails = (await app.Read(db => db.Outbox.AsNoTracking().ToListAsync())).FindAll(m => m.Key.StartsWith("reminder:", StringComparison.Ordinal) && m.Subject.Contains("Auszahlung", StringComparison.Ordinal));
        var office = mails.Find(m => m.To == "bauamt.a@demo.example")!;
        var finance = mails.Find(m => m.To == "finanzen.a@demo.example")!;
        Assert.DoesNotContain("überfällig", office.Subject + office.Body, StringComparison.Ordinal);
        Assert.Contains("http://fonds.test/bauamt", office.Body, StringComparison.Ordinal);
        Assert.Contains("http://fonds.test/finanzen/antraege/", finance.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_sent_once_however_often_the_job_rings()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Submitted();
        app.Sleep(TimeSpan.FromDays(4));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sweep(app)));
        await Sweep(app);

        Assert.Single(await Reminders(app));
    }

    [Fact]
    public async Task Work_that_is_done_is_not_reminded_of()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Forwarded();

        app.Sleep(TimeSpan.FromDays(30));
        await Sweep(app);

        Assert.DoesNotContain(await Reminders(app), m => m.Key.Contains(":review:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AskForMoney")]
    [InlineData("FileProof")]
    public async Task A_missing_proof_is_due_in_fourteen_and_three_days_and_then_overdue(string step)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        if (step == "FileProof")
        {
            await story.Ask(id, PayoutKind.Advance, 400);
            await story.Pay(id);
        }

        var due = (await app.Read(db => db.Assignments.SingleAsync(a => a.Activity == step))).DueOn!.Value;
        var today = app.Services.GetRequiredService<App.Hosting.BerlinTime>().Today;

        foreach (var offset in new[] { -14, -3, 7 })
        {
            app.Clock.SetUtcNow(new DateTimeOffset(due.AddDays(offset).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
            await Sweep(app);
        }

        Assert.True(due > today);
        var mails = await Reminders(app);
        Assert.Contains(mails, m => m.To == story.Management.Id && m.Key.Contains(":+7d:", StringComparison.Ordinal));
        var keys = mails.Where(m => m.To == Story.Group).Select(m => m.Key).ToList();
        Assert.Contains(keys, k => k.Contains(":-14d:", StringComparison.Ordinal));
        Assert.Contains(keys, k => k.Contains(":-3d:", StringComparison.Ordinal));
        Assert.Contains(keys, k => k.Contains(":+7d:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unanswered_offer_of_a_reduced_grant_lapses_and_the_money_goes_back()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(Fund.Decisions.ResolutionOutcome.ApprovedWithLess, amount: 200);

        app.Sleep(TimeSpan.FromDays(60));
        await app.Use<TimerSweep, int>(s => s.RunAsync(CancellationToken.None));

        Assert.Equal("Declined", await story.Stage(id));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(last.AllottedAfter, last.Balance.Available);
    }

    [Fact]
    public async Task Every_reminder_of_every_guideline_has_a_mail()
    {
        await using var app = await FondsApp.StartAsync();
        var texts = app.Services.GetRequiredService<Texts>();
        var missing = app.City.Guidelines.SelectMany(g => g.Reminders)
            .SelectMany(r => new[] { $"Mails.Reminder_{r.Template}_Subject", $"Mails.Reminder_{r.Template}_Body" }).Distinct().Where(k => texts.Find(k) is null);

        Assert.Equal([], missing);
    }

    [Fact]
    public async Task An_open_clarification_is_reminded_of_before_and_on_its_day_and_then_the_management_is_told()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        var view = await story.Management.Send(new ShowReview(id));
        await story.Management.Send(new AskClarification(view.Open!.AssignmentId, "Bitte erklären Sie die Kosten.", [FormPart.Costs]));

        await SweepOn(app, id, -5, 0, 1);

        var mails = await Reminders(app);
        Assert.Equal(2, mails.Count(m => m.To == Story.Group && m.Subject.Contains("fehlt uns", StringComparison.Ordinal)));
        Assert.Contains(mails, m => m.To == story.Management.Id && m.Key.Contains(":clarification:", StringComparison.Ordinal));
        Assert.Equal(ActorRole.Management, (await Open(app, id)).EscalatedTo);
    }

    [Fact]
    public async Task A_notice_nobody_releases_is_reminded_of_and_then_the_management_is_told()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided();
        await story.NoticeSubmitted(id);

        app.Sleep(TimeSpan.FromDays(3));
        await Sweep(app);
        app.Sleep(TimeSpan.FromDays(14));
        await Sweep(app);

        var mails = (await Reminders(app)).FindAll(m => m.Key.Contains(":notice-release:", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.To == story.OfficeB.Id && m.Subject.Contains("wartet auf", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.To == story.Management.Id);
        Assert.Equal(ActorRole.Management, (await Open(app, id)).EscalatedTo);
    }

    [Fact]
    public async Task A_ready_application_without_a_meeting_is_reminded_of_until_one_is_invited_to()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Forwarded();
        app.Sleep(TimeSpan.FromDays(15));
        await Sweep(app);
        var mail = Assert.Single(await Reminders(app), m => m.Key.Contains(":planning:", StringComparison.Ordinal));
        Assert.Equal(story.Management.Id, mail.To);

        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(60), "Stadtteilbüro"));
        await story.Management.Send(new InviteCircle(meeting));
        app.Sleep(TimeSpan.FromDays(30));
        await Sweep(app);

        Assert.Single(await Reminders(app), m => m.Key.Contains(":planning:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_is_asked_for_once_per_member_and_meeting_of_those_who_will_vote()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var (first, second) = (await story.Forwarded(), await story.Forwarded("andere@gruppe.example"));
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));
        await story.Management.Send(new InviteCircle(meeting));
        const string Excused = "bewohner1.baumheide@demo.example", Deputy = "bewohner.vertretung.baumheide@demo.example", Recused = "bewohner2.baumheide@demo.example", HalfRecused = "bewohner3.baumheide@demo.example";
        await story.Management.Send(new RecordAttendance(meeting, await story.MeetingVersion(meeting), [new(Excused, Presence.Excused)]));
        foreach (var (member, application) in new[] { (Recused, first), (Recused, second), (HalfRecused, first) })
        {
            await app.As(member).Send(new RecuseMember(meeting, await story.ItemOf(meeting, application), member, RecusalGround.BoardMember, Note: null));
        }

        app.Sleep(TimeSpan.FromDays(28));
        await Sweep(app);
        await Sweep(app);

        var mails = (await Reminders(app)).FindAll(m => m.Key.StartsWith("reminder:vote-missing:", StringComparison.Ordinal));
        string[] expected = [.. story.Voters.Select(v => v.UserId).Where(v => v is not (Excused or Recused)), Deputy];
        Assert.Equal(expected.Order(StringComparer.Ordinal), mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.Equal(1, mails.Single(m => m.To == HalfRecused).Body.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Equal(2, mails.Single(m => m.To == Deputy).Body.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Single(await Reminders(app), m => m.Key.StartsWith("reminder:quorum-at-risk:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_without_invitation_is_reminded_of_until_the_circle_is_invited()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Forwarded();
        var meeting = await story.Management.Send(new PlanMeeting("sk_baumheide", app.Clock.GetUtcNow().AddDays(30), "Stadtteilbüro"));

        app.Sleep(TimeSpan.FromDays(21));
        await Sweep(app);
        app.Sleep(TimeSpan.FromDays(3));
        await Sweep(app);
        await story.Management.Send(new InviteCircle(meeting));
        app.Sleep(TimeSpan.FromDays(1));
        await Sweep(app);

        var mails = (await Reminders(app)).FindAll(m => m.Key.Contains(":invitation:", StringComparison.Ordinal));
        Assert.Equal((2, 1), (mails.Count(m => m.To == story.Management.Id), mails.Count(m => m.To == "bauamt.a@demo.example")));
        Assert.Contains(mails, m => m.Body.Contains($"http://fonds.test/steuerungskreis/sitzungen/{meeting}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_reminded_of_before_it_is_deleted()
    {
        await using var app = await FondsApp.StartAsync();
        var id = await new Story(app).Drafted();

        foreach (var day in new[] { 15, 46, 106 })
        {
            app.Sleep(TimeSpan.FromDays(day));
            await Sweep(app);
        }

        var mails = await Reminders(app);
        Assert.Equal(3, mails.Count);
        Assert.All(mails, m => Assert.Equal(Story.Group, m.To));
        Assert.Contains(mails, m => m.Subject.Contains("bald gelöscht", StringComparison.Ordinal) && m.Body.Contains($"/antrag/{id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_granted_project_is_accompanied_from_its_begin_to_the_last_day_for_its_money()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        var form = (await app.Read(db => db.Applications.SingleAsync(a => a.Id == id))).Form.PlaceAndTime;

        foreach (var day in new[] { form.From!.Value.AddDays(-7), form.To!.Value, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 30) })
        {
            app.Clock.SetUtcNow(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
            await Sweep(app);
        }

        var keys = (await Reminders(app)).Where(m => m.To == Story.Group).Select(m => m.Key).ToList();
        foreach (var kind in new[] { ":project-start:", ":project-end:", ":year-end:2026-11-30:-60d:", ":year-end:2026-11-30:0d:" })
        {
            Assert.Contains(keys, k => k.Contains(kind, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_advance_is_to_be_spent_in_time()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Notified();
        var asked = await story.Ask(id, FondsWorkflow.Fund.Payouts.PayoutKind.Advance, 150);
        await new Payments(story).Executed(asked.PayoutId);

        app.Sleep(TimeSpan.FromDays(50));
        await Sweep(app);

        Assert.Contains(await Reminders(app), m => m.To == Story.Group && m.Key.Contains(":advance-use:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_fails_holds_up_none_behind_it_and_is_told_to_the_administration()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Submitted();
        app.Sleep(TimeSpan.FromMinutes(1));
        await story.Submitted("andere@gruppe.example");
        var first = await app.Read(db => db.Assignments.OrderBy(a => a.CreatedAt).Select(a => a.Id).FirstAsync());
        await app.Read(db => db.Assignments.Where(a => a.Id == first).ExecuteUpdateAsync(u => u.SetProperty(a => a.ApplicationId, Guid.NewGuid())));
        app.Sleep(TimeSpan.FromDays(4));

        var handled = await Sweep(app);
        await Sweep(app);

        Assert.Equal(1, handled);
        Assert.Single(await Reminders(app));
        Assert.NotNull(await app.Read(db => db.Reminders.Where(r => r.Id == first).Select(r => r.NextAt).SingleAsync()));
        var health = await (await app.As("verwaltung@demo.example").Http.GetAsync("/gesundheit")).Content.ReadAsStringAsync();
        Assert.Contains("1 Erinnerungen", System.Net.WebUtility.HtmlDecode(health), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_told_because_work_is_late_stands_in_the_inbox_and_in_the_case()
    {
        await using var app = await FondsApp.StartAsync();
        var id = await new Story(app).Submitted();
        app.Sleep(TimeSpan.FromDays(11));
        await Sweep(app);

        var inbox = await new Visit(new Story(app).Management.Http).Open("/management");
        var auditor = await new Visit(app.As("pruefung@demo.example").Http).Open($"/pruefung/antraege/{id}");

        Assert.Contains("weiß auch Bescheid: Bauamt", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("Weitergemeldet an Bauamt", auditor.Text, StringComparison.Ordinal);
    }

    private static async Task SweepOn(FondsApp app, Guid id, params int[] offsets)
    {
        var due = (await Open(app, id)).DueOn!.Value;
        foreach (var offset in offsets)
        {
            app.Clock.SetUtcNow(new DateTimeOffset(due.AddDays(offset).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
            await Sweep(app);
        }
    }

    private static Task<FondsWorkflow.Fund.Assignments.Assignment> Open(FondsApp app, Guid id)
        => app.Read(db => db.Assignments.SingleAsync(a => a.ApplicationId == id && a.CompletedAt == null && a.CancelledAt == null));

    private static Task<int> Sweep(FondsApp app) => app.Use<ReminderSweep, int>(s => s.RunAsync(CancellationToken.None));

    private static Task<List<App.Messages.OutboxMessage>> Reminders(FondsApp app)
        => app.Read(db => db.Outbox.Where(m => m.Key.StartsWith("reminder:")).ToListAsync());
}
