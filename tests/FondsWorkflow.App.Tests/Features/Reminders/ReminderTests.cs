using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
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

    [Fact]
    public async Task A_missing_proof_is_due_in_fourteen_and_three_days_and_then_overdue()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Notified();
        var due = (await app.Read(db => db.Assignments.SingleAsync(a => a.Activity == "AskForMoney"))).DueOn!.Value;
        var today = app.Services.GetRequiredService<App.Hosting.BerlinTime>().Today;

        foreach (var offset in new[] { -14, -3, 7 })
        {
            app.Clock.SetUtcNow(new DateTimeOffset(due.AddDays(offset).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
            await Sweep(app);
        }

        Assert.True(due > today);
        var keys = (await Reminders(app)).Where(m => m.To == Story.Group).Select(m => m.Key).ToList();
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

    private static Task<int> Sweep(FondsApp app) => app.Use<ReminderSweep, int>(s => s.RunAsync(CancellationToken.None));

    private static Task<List<App.Messages.OutboxMessage>> Reminders(FondsApp app)
        => app.Read(db => db.Outbox.Where(m => m.Key.StartsWith("reminder:")).ToListAsync());
}
