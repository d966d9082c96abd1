using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using MediatR;

namespace FondsWorkflow.App.Features.Timers;

/// <summary>A time has come at which a definition starts an instance. Times that passed while nobody looked start one together, not one each.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="ActivityId">The step that starts it.</param>
/// <param name="At">The time; ringing it twice does nothing.</param>
/// <returns>Whether an instance started.</returns>
internal sealed record RingTrigger(string DefinitionId, string ActivityId, DateTimeOffset At) : ICommand<bool>;

/// <summary>It could not be started: a message starts it later, and the times after it ring as planned.</summary>
internal sealed record RingTriggerLater(string DefinitionId, string ActivityId, DateTimeOffset At, string Error) : ICommand<Unit>;

internal sealed class RingTriggerHandler(WorkflowHost workflow, TriggerTimes times) : IRequestHandler<RingTrigger, bool>
{
    public async Task<bool> Handle(RingTrigger request, CancellationToken cancellationToken)
        => await times.TakeAsync(request.DefinitionId, request.ActivityId, request.At, cancellationToken) is { } trigger
            && await workflow.StartAsync(trigger, correlationId: null, payload: null, cancellationToken) is Answer.Accepted;
}

internal sealed class RingTriggerLaterHandler(WorkflowMessages messages, TriggerTimes times) : IRequestHandler<RingTriggerLater, Unit>
{
    public async Task<Unit> Handle(RingTriggerLater request, CancellationToken cancellationToken)
    {
        if (await times.TakeAsync(request.DefinitionId, request.ActivityId, request.At, cancellationToken) is { } trigger)
        {
            messages.Postpone(trigger, request.Error);
        }

        return Unit.Value;
    }
}

/// <summary>The schedule of the definitions that times start.</summary>
internal sealed class TriggerTimes(FondsDb db, DefinitionStore definitions, BerlinTime clock)
{
    /// <summary>Takes a time out of the schedule and puts in the next one; null when it does not stand there any more.</summary>
    public async Task<TriggerRow?> TakeAsync(string definitionId, string activityId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.Triggers.FindAsync([definitionId, activityId], cancellationToken) is not { } row || row.NextAt != at)
        {
            return null;
        }

        var definition = await definitions.GetAsync(row.DefinitionId, row.Version, cancellationToken);
        var trigger = WorkflowTriggers.Of(definition, BerlinTime.Zone).Single(t => t.ActivityId == activityId);
        row.NextAt = trigger.NextAfter(at) is { } next && next <= clock.Now ? trigger.NextAfter(clock.Now) : trigger.NextAfter(at);
        return row;
    }
}
