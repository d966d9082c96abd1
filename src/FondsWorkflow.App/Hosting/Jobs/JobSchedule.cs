using Hangfire;

namespace FondsWorkflow.App.Hosting.Jobs;

/// <summary>What rings when (UTC). Each job reads what is due by index and may run twice, on any node.</summary>
internal static class JobSchedule
{
    public static void Plan(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<ScheduledJobs>("outbox", j => j.SendMailsAsync(CancellationToken.None), "*/15 * * * * *");
        jobs.AddOrUpdate<ScheduledJobs>("reminders", j => j.SendRemindersAsync(CancellationToken.None), "0 */5 * * * *");
        jobs.AddOrUpdate<ScheduledJobs>("workflow-timers", j => j.FireTimersAsync(CancellationToken.None), "*/30 * * * * *");
        jobs.AddOrUpdate<ScheduledJobs>("retention", j => j.ForgetAsync(CancellationToken.None), "10 3 * * *");
        jobs.AddOrUpdate<ScheduledJobs>("ledger-proof", j => j.ProveLedgersAsync(CancellationToken.None), "30 2 * * *");
    }
}
