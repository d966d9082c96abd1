using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Timers;

/// <summary>Wakes what is due: timers of waiting steps and automatic retries of failed ones, found by index, each in its own transaction.</summary>
internal sealed class TimerSweep(FondsDb db, IServiceScopeFactory scopes, BerlinTime clock)
{
    private const int BatchSize = 200;

    /// <returns>How many steps were woken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var timers = await db.Bookmarks.AsNoTracking().Where(b => b.ResumeAt != null && b.ResumeAt <= now).OrderBy(b => b.ResumeAt).Take(BatchSize)
            .Select(b => new WakeStep(b.InstanceId, b.Id, null)).ToListAsync(cancellationToken);
        var retries = await db.Incidents.AsNoTracking().Where(i => i.RetryAt != null && i.RetryAt <= now).OrderBy(i => i.RetryAt).Take(BatchSize)
            .Select(i => new WakeStep(i.InstanceId, null, i.Id)).ToListAsync(cancellationToken);
        foreach (var step in timers.Concat(retries))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(step, cancellationToken);
        }

        return timers.Count + retries.Count;
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
