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
/// Wakes what is due: timers of waiting steps, automatic retries of failed ones, then messages between workflows; found by index, each in its own transaction.
/// </summary>
internal sealed class TimerSweep(FondsDb db, IServiceScopeFactory scopes, BerlinTime clock)
{
    private const int BatchSize = 200;

    /// <summary>Messages bring about messages; what is left after this many rounds is delivered by the next sweep.</summary>
    private const int MostRounds = 100;

    private const int LongestError = 1_000;

    /// <returns>How many steps were woken and messages delivered.</returns>
    /// <exception cref="AggregateException">Some could not be woken; the others were, and these are due again at the next sweep.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var timers = await db.Bookmarks.AsNoTracking().Where(b => b.ResumeAt != null && b.ResumeAt <= now).OrderBy(b => b.ResumeAt).Take(BatchSize)
            .Select(b => new WakeStep(b.InstanceId, b.Id, null)).ToListAsync(cancellationToken);
        var retries = await db.Incidents.AsNoTracking().Where(i => i.RetryAt != null && i.RetryAt <= now).OrderBy(i => i.RetryAt).Take(BatchSize)
            .Select(i => new WakeStep(i.InstanceId, null, i.Id)).ToListAsync(cancellationToken);
        List<Exception> failures = [];
        foreach (var step in timers.Concat(retries))
        {
            if (await TryAsync(step, cancellationToken) is { } failure)
            {
                failures.Add(failure);
            }
        }

        var delivered = await DeliverAsync(cancellationToken);
        return failures.Count == 0 ? timers.Count + retries.Count + delivered : throw new AggregateException(failures);
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
                    await SendAsync(new PostponeMessage(id, failure.Message.Length <= LongestError ? failure.Message : failure.Message[..LongestError]), cancellationToken);
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

    private async Task<Exception?> TryAsync<T>(IRequest<T> command, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(command, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }

    private async Task SendAsync<T>(IRequest<T> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}

/// <summary>The time of a waiting step, or of a retry, has come.</summary>
internal sealed record WakeStep(Guid InstanceId, Guid? BookmarkId, Guid? IncidentId) : ICommand<bool>;

internal sealed class WakeStepHandler(WorkflowHost workflow) : IRequestHandler<WakeStep, bool>
{
    public async Task<bool> Handle(WakeStep request, CancellationToken cancellationToken)
    {
        Stimulus stimulus = request.BookmarkId is { } bookmark ? new Stimulus.TimerDue(bookmark) : new Stimulus.Retry(request.IncidentId!.Value);
        return await workflow.StimulateAsync(request.InstanceId, stimulus, cancellationToken) is Answer.Accepted;
    }
}
