using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Administration.Jobs;
using FondsWorkflow.App.Hosting.Jobs;
using FondsWorkflow.App.Tests.Support;
using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>What Hangfire rings, run as its worker runs it.</summary>
public sealed class JobScheduleTests
{
    [Fact]
    public async Task Every_job_is_planned_with_its_time()
    {
        await using var app = await FondsApp.StartAsync();

        var jobs = Planned(app).OrderBy(j => j.Id, StringComparer.Ordinal).Select(j => (j.Id, j.Job.Type.Name, j.Job.Method.Name, j.Cron));

        Assert.Equal(
            [
                ("ledger-proof", nameof(ScheduledJobs), "ProveLedgersAsync", "30 2 * * *"),
                ("outbox", nameof(ScheduledJobs), "SendMailsAsync", "*/15 * * * * *"),
                ("reminders", nameof(ScheduledJobs), "SendRemindersAsync", "0 */5 * * * *"),
                ("retention", nameof(ScheduledJobs), "ForgetAsync", "10 3 * * *"),
                ("workflow-timers", nameof(ScheduledJobs), "FireTimersAsync", "*/30 * * * * *"),
            ],
            jobs);
    }

    [Fact]
    public async Task The_planned_jobs_remind_end_what_nobody_answered_and_send_the_mails()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Decided(Fund.Decisions.ResolutionOutcome.ApprovedWithLess, amount: 200);
        app.Sleep(TimeSpan.FromDays(60));

        foreach (var job in Planned(app).OrderBy(j => Array.IndexOf(["reminders", "workflow-timers", "retention", "ledger-proof", "outbox"], j.Id)))
        {
            Perform(app, job);
        }

        Assert.Equal("Declined", await story.Stage(id));
        Assert.Contains(await app.Read(db => db.Outbox.ToListAsync()), m => m.Key.StartsWith("reminder:", StringComparison.Ordinal) && m.SentAt is not null);
        Assert.True(await app.Read(db => db.LedgerProofs.AnyAsync()));
    }

    [Fact]
    public async Task The_administrator_reads_how_each_job_ended_and_starts_one()
    {
        await using var app = await FondsApp.StartAsync();
        var administrator = app.As(Town.Administrator);
        Assert.Empty(await administrator.Send(new ShowJobs()));
        Planned(app);

        var before = await administrator.Send(new ShowJobs());
        await administrator.Send(new RunJob("reminders"));
        Fail(app, "reminders", "Der Server antwortet nicht.");
        var after = (await administrator.Send(new ShowJobs())).Single(j => j.Id == "reminders");

        Assert.Equal(["ledger-proof", "outbox", "reminders", "retention", "workflow-timers"], before.Select(j => j.Id));
        Assert.All(before, j => Assert.True(j is { LastAt: null, LastEnd: null, Error: null, NextAt: not null }));
        Assert.Equal(("Scheduled", true), (after.LastEnd, after.LastAt is not null));
        Assert.EndsWith("Der Server antwortet nicht.", after.Error, StringComparison.Ordinal);
        var page = await (await administrator.Http.GetAsync("/verwaltung/aufgaben")).Content.ReadAsStringAsync();
        Assert.Contains("Der Server antwortet nicht.", page, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => administrator.Send(new RunJob("kaffee")));
    }

    [Theory]
    [InlineData(false, null, "Never")]
    [InlineData(true, null, "Forgotten")]
    [InlineData(true, "Succeeded", "Succeeded")]
    [InlineData(true, "Deleted", "Other")]
    public void A_run_that_nobody_keeps_any_more_is_not_one_that_never_was(bool ran, string? end, string said)
        => Assert.Equal(said, JobsPage.EndOf(new JobLine("retention", ran ? DateTimeOffset.UnixEpoch : null, end, Error: null, NextAt: null)));

    private static void Fail(FondsApp app, string recurring, string error)
    {
        var storage = app.Services.GetRequiredService<JobStorage>();
        using var connection = storage.GetConnection();
        var last = connection.GetRecurringJobs().Single(j => j.Id == recurring).LastJobId;
        new BackgroundJobClient(storage).ChangeState(last, new FailedState(new InvalidOperationException(error)));
    }

    private static List<RecurringJobDto> Planned(FondsApp app)
    {
        JobSchedule.Plan(app.Services.GetRequiredService<IRecurringJobManager>());
        using var connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs();
    }

    private static void Perform(FondsApp app, RecurringJobDto job)
    {
        var storage = app.Services.GetRequiredService<JobStorage>();
        using var connection = storage.GetConnection();
        var id = ((IRecurringJobManagerV2)app.Services.GetRequiredService<IRecurringJobManager>()).TriggerJob(job.Id);
        var performer = new BackgroundJobPerformer(app.Services.GetRequiredService<IJobFilterProvider>(), app.Services.GetRequiredService<JobActivator>());
        performer.Perform(new PerformContext(storage, connection, new BackgroundJob(id, job.Job, app.Clock.GetUtcNow().UtcDateTime), new JobCancellationToken(canceled: false)));
    }
}
