using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Timers;

/// <summary>
/// Does what is due: starts workflows whose time has come, wakes waiting steps, retries failed ones, then delivers messages between workflows; found by index, each in its own transaction.
/// </summary>
internal sealed partial class TimerSweep(FondsDb db, IServiceScopeFactory scopes, BerlinTime clock, ILogger<TimerSweep> log)
{
    private const int BatchSize = 200;

    /// <summary>What rings brings about more; what is left after this many rounds waits for the next sweep.</summary>
    private const int MostRounds = 100;

    /// <returns>How many workflows were started, steps woken and messages delivered. What could not be is tried later and holds up nobody.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
        => await StartAsync(cancellationToken) + await WakeAsync(cancellationToken) + await DeliverAsync(cancellationToken);

    /// <summary>Each trigger once: its next time lies ahead afterwards.</summary>
    private async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var due = await db.Triggers.AsNoTracking().Where(t => t.NextAt != null && t.NextAt <= now).OrderBy(t => t.NextAt).Take(BatchSize)
            .Select(t => new RingTrigger(t.DefinitionId, t.ActivityId, t.NextAt!.Value)).ToListAsync(cancellationToken);
        foreach (var ring in due)
        {
            if (await TryAsync(ring, cancellationToken) is { } failure)
            {
                await TryAsync(new RingTriggerLater(ring.DefinitionId, ring.ActivityId, ring.At, failure), cancellationToken);
            }
        }

        return due.Count;
    }

    private async Task<int> WakeAsync(CancellationToken cancellationToken)
    {
        var woken = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var due = await DueAsync(cancellationToken);
            foreach (var step in due)
            {
                if (await TryAsync(step, cancellationToken) is { } failure)
                {
                    await SendAsync(new WakeLater(step.InstanceId, step.BookmarkId, step.IncidentId, failure), cancellationToken);
                }
                else
                {
                    woken++;
                }
            }

            if (due.Count == 0)
            {
                break;
            }
        }

        return woken;
    }

    private async Task<List<WakeStep>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var timers = await db.Bookmarks.AsNoTracking().Where(b => b.RingAt != null && b.RingAt <= now).OrderBy(b => b.RingAt).Take(BatchSize)
            .Select(b => new WakeStep(b.InstanceId, b.Id, null)).ToListAsync(cancellationToken);
        var retries = await db.Incidents.AsNoTracking().Where(i => i.RingAt != null && i.RingAt <= now).OrderBy(i => i.RingAt).Take(BatchSize)
            .Select(i => new WakeStep(i.InstanceId, null, i.Id)).ToListAsync(cancellationToken);
        return [.. timers, .. retries];
    }

    private async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var now = clock.Now;
            var due = await db.WorkflowMessages.Where(m => m.DueAt != null && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellationToken);
            foreach (var id in due)
            {
                if (await TryAsync(new DeliverMessage(id), cancellationToken) is { } failure)
                {
                    await SendAsync(new PostponeMessage(id, failure), cancellationToken);
                }
                else
                {
                    delivered++;
                }
            }

            if (due.Count == 0)
            {
                break;
            }
        }

        return delivered;
    }

    /// <returns>The whole exception as text, which the log has too; null when it succeeded.</returns>
    private async Task<string?> TryAsync<T>(IRequest<T> command, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(command, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, command, e);
            var text = new string([.. e.ToString().Where(c => !char.IsControl(c) || c is '\n' or '\r')]);
            return text.Length <= WorkflowMessageRow.LongestError ? text : text[..WorkflowMessageRow.LongestError];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} failed; it is tried again later")]
    private static partial void Failed(ILogger log, object command, Exception exception);

    private async Task SendAsync<T>(IRequest<T> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
