using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Features.Retention;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Messages;

namespace FondsWorkflow.App.Hosting.Jobs;

/// <summary>What Hangfire rings. Each method reads what is due and may run twice.</summary>
internal sealed class ScheduledJobs(OutboxSender outbox, TimerSweep timers, ReminderSweep reminders, LedgerProver ledgers, RetentionSweep retention)
{
    public Task SendMailsAsync(CancellationToken cancellationToken) => outbox.SendDueAsync(cancellationToken);

    public Task SendRemindersAsync(CancellationToken cancellationToken) => reminders.RunAsync(cancellationToken);

    public Task ProveLedgersAsync(CancellationToken cancellationToken) => ledgers.RunAsync(cancellationToken);

    public Task ForgetAsync(CancellationToken cancellationToken) => retention.RunAsync(cancellationToken);

    public Task FireTimersAsync(CancellationToken cancellationToken) => timers.RunAsync(cancellationToken);
}
