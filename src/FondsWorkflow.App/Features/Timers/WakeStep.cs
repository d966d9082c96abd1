using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using MediatR;

namespace FondsWorkflow.App.Features.Timers;

/// <summary>The time of a waiting step, or of a retry, has come.</summary>
/// <returns>Whether the instance went on.</returns>
internal sealed record WakeStep(Guid InstanceId, Guid? BookmarkId, Guid? IncidentId) : ICommand<bool>
{
    public static Stimulus StimulusOf(Guid? bookmarkId, Guid? incidentId)
        => bookmarkId is { } bookmark ? new Stimulus.TimerDue(bookmark) : new Stimulus.Retry(incidentId!.Value);
}

/// <summary>It could not be told: a message tells it later, so that what fails holds up nothing that is due behind it.</summary>
internal sealed record WakeLater(Guid InstanceId, Guid? BookmarkId, Guid? IncidentId, string Error) : ICommand<Unit>;

internal sealed class WakeStepHandler(WorkflowHost workflow, DueRows rows) : IRequestHandler<WakeStep, bool>
{
    public async Task<bool> Handle(WakeStep request, CancellationToken cancellationToken)
    {
        var answer = await workflow.StimulateAsync(request.InstanceId, WakeStep.StimulusOf(request.BookmarkId, request.IncidentId), cancellationToken);
        if (answer is Answer.NobodyWaits or Answer.AlreadyDone)
        {
            await rows.TakeAsync(request.InstanceId, request.BookmarkId, request.IncidentId, cancellationToken);
        }

        return answer is Answer.Accepted;
    }
}

internal sealed class WakeLaterHandler(WorkflowMessages messages, DueRows rows) : IRequestHandler<WakeLater, Unit>
{
    public async Task<Unit> Handle(WakeLater request, CancellationToken cancellationToken)
    {
        if (await rows.TakeAsync(request.InstanceId, request.BookmarkId, request.IncidentId, cancellationToken))
        {
            messages.Postpone(request.InstanceId, WakeStep.StimulusOf(request.BookmarkId, request.IncidentId), request.Error);
        }

        return Unit.Value;
    }
}

/// <summary>What the sweep finds due.</summary>
internal sealed class DueRows(FondsDb db)
{
    /// <summary>Lets a row ring no more; false when it did not any longer.</summary>
    public async Task<bool> TakeAsync(Guid instanceId, Guid? bookmarkId, Guid? incidentId, CancellationToken cancellationToken)
    {
        if (bookmarkId is { } bookmark && await db.Bookmarks.FindAsync([instanceId, bookmark], cancellationToken) is { RingAt: not null } timer)
        {
            timer.RingAt = null;
            return true;
        }

        if (incidentId is { } incident && await db.Incidents.FindAsync([instanceId, incident], cancellationToken) is { RingAt: not null } retry)
        {
            retry.RingAt = null;
            return true;
        }

        return false;
    }
}
