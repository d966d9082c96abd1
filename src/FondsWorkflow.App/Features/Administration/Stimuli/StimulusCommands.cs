using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Stimuli;

/// <summary>Publishes an event to workflows: to one instance, to those about a correlation id, or to all that wait for its name.</summary>
internal sealed record SendEvent(string Name, string? CorrelationId = null, Guid? InstanceId = null, JsonElement? Payload = null) : ICommand<IReadOnlyList<StimulusAnswer>>;

/// <summary>Reports the result of a task that a workflow asked for (<c>Elsa.RunTask</c>).</summary>
internal sealed record ReportTask(Guid InstanceId, Guid TaskId, JsonElement? Result = null) : ICommand<StimulusAnswer>;

/// <summary>What became of it.</summary>
/// <param name="Answer">Accepted, AlreadyDone, NobodyWaits, Stale (the instance went on since the number of bursts in the header If-Match was read) or NotYet.</param>
/// <param name="Step">The step that was done already.</param>
/// <param name="At">When it was done, went on, or is due.</param>
/// <param name="Reason">Why nobody waits, or who went on.</param>
internal sealed record StimulusAnswer(string Answer, string? Step, DateTimeOffset? At, string? Reason)
{
    public static StimulusAnswer Of(Moved moved) => new(nameof(Engine.Execution.Answer.Stale), Step: null, moved.At, moved.By);

    public static StimulusAnswer Of(Answer answer) => answer switch
    {
        Engine.Execution.Answer.AlreadyDone done => new(nameof(Engine.Execution.Answer.AlreadyDone), done.ActivityId, done.At, Reason: null),
        Engine.Execution.Answer.NobodyWaits nobody => new(nameof(Engine.Execution.Answer.NobodyWaits), Step: null, At: null, nobody.Reason),
        Engine.Execution.Answer.NotYet early => new(nameof(Engine.Execution.Answer.NotYet), Step: null, early.ResumeAt, Reason: null),
        _ => new(answer.GetType().Name, Step: null, At: null, Reason: null),
    };
}

internal sealed class SendEventHandler(FondsDb db, WorkflowHost workflow, SeenCase seen) : IRequestHandler<SendEvent, IReadOnlyList<StimulusAnswer>>
{
    public async Task<IReadOnlyList<StimulusAnswer>> Handle(SendEvent request, CancellationToken cancellationToken)
    {
        Require.At(nameof(request.Name), !string.IsNullOrWhiteSpace(request.Name), WorkflowRules.EventIsNamed);
        if (await TargetAsync(request, cancellationToken) is { } target && await seen.MovedAsync(target, cancellationToken) is { } moved)
        {
            return [StimulusAnswer.Of(moved)];
        }

        IReadOnlyList<Answer> answers = request.InstanceId is { } instance
            ? [await workflow.StimulateAsync(instance, new Stimulus.PublishedEvent(request.Name, request.Payload, request.CorrelationId), cancellationToken)]
            : await workflow.PublishAsync(request.Name, request.CorrelationId, request.Payload, cancellationToken);
        return answers.Count == 0 ? [StimulusAnswer.Of(new Answer.NobodyWaits($"No instance waits for the event {request.Name}."))] : [.. answers.Select(a => StimulusAnswer.Of(a))];
    }

    /// <summary>The one instance it is for; null when it is for all that wait, of which nobody can have seen one version.</summary>
    private async Task<Guid?> TargetAsync(SendEvent request, CancellationToken cancellationToken)
    {
        if (request.InstanceId is not null || request.CorrelationId is null)
        {
            return request.InstanceId;
        }

        var about = await db.WorkflowInstances.Where(i => i.CorrelationId == request.CorrelationId).OrderBy(i => i.Id).Select(i => i.Id).Take(2).ToListAsync(cancellationToken);
        return about is [var only] ? only : null;
    }
}

internal sealed class ReportTaskHandler(FondsDb db, WorkflowHost workflow, SeenCase seen) : IRequestHandler<ReportTask, StimulusAnswer>
{
    private const string TaskStep = "Elsa.RunTask";

    public async Task<StimulusAnswer> Handle(ReportTask request, CancellationToken cancellationToken)
    {
        if (await db.Bookmarks.AsNoTracking().AnyAsync(b => b.InstanceId == request.InstanceId && b.Id == request.TaskId && b.ActivityType != TaskStep, cancellationToken))
        {
            throw new NotFoundException();
        }

        if (await seen.MovedAsync(request.InstanceId, cancellationToken) is { } moved)
        {
            return StimulusAnswer.Of(moved);
        }

        return StimulusAnswer.Of(await workflow.StimulateAsync(request.InstanceId, new Stimulus.Resume(request.TaskId, Payload: request.Result), cancellationToken));
    }
}

internal sealed class StimulusEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<SendEvent, IReadOnlyList<StimulusAnswer>>("workflows/event", Policies.Administrator);
        api.MapCommand<ReportTask, StimulusAnswer>("workflows/task", Policies.Administrator);
    }
}
