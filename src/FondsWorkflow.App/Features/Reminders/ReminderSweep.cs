using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>
/// Finds by index whose reminder is due and sends each in its own transaction; what it costs grows with what is due, not with what is stored. One that fails stays due for
/// the next sweep, holds up none behind it, and is told on the page about the operation.
/// </summary>
internal sealed partial class ReminderSweep(FondsDb db, IServiceScopeFactory scopes, BerlinTime clock, ILogger<ReminderSweep> log)
{
    private const int BatchSize = 200;

    /// <returns>How many reminders were handled.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (handled, now) = (0, clock.Now);
        ReminderRow? last = null;
        while (await DueAsync(last, now, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var row in due)
            {
                handled += await TryAsync(row.Id, cancellationToken) ? 1 : 0;
            }

            last = due[^1];
        }

        return handled;
    }

    private async Task<bool> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Remind(id), cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, id);
            return false;
        }
    }

    /// <summary>Each once in a sweep, from the longest due on.</summary>
    private Task<List<ReminderRow>> DueAsync(ReminderRow? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = db.Reminders.AsNoTracking().Where(r => r.NextAt != null && r.NextAt <= now);
        if (last is { NextAt: { } at, Id: var id })
        {
            due = due.Where(r => r.NextAt > at || (r.NextAt == at && r.Id.CompareTo(id) > 0));
        }

        return due.OrderBy(r => r.NextAt).ThenBy(r => r.Id).Take(BatchSize).ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminder of {Id} failed; the next sweep tries it again")]
    private static partial void Failed(ILogger log, Exception exception, Guid id);
}

/// <summary>Reminders leave when they are due.</summary>
internal sealed class RemindersCheck(IServiceScopeFactory scopes, TimeProvider clock, Texts texts) : IHealthCheck
{
    /// <summary>Some sweeps long.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Late;
        var late = await scope.ServiceProvider.GetRequiredService<FondsDb>().Reminders.CountAsync(r => r.NextAt != null && r.NextAt < before, cancellationToken);
        return late == 0 ? HealthCheckResult.Healthy(texts["Health.RemindersLeave"]) : HealthCheckResult.Degraded(texts["Health.RemindersLate", late]);
    }
}
