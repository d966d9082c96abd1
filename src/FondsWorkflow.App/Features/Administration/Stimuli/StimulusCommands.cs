using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Stimuli;

/// <summary>Publishes an event to workflows: to one instance, to those about a correlation id, or to all that wait for its name.</summary>
internal sealed record SendEvent(string Name, string? CorrelationId = null, Guid? InstanceId = null, JsonElement? Payload = null) : ICommand<IReadOnlyList<StimulusAnswer>>;

/// <summary>Reports the result of a task that a workflow asked for (<c>Elsa.RunTask</c>).</summary>
internal sealed record ReportTask(Guid InstanceId, Guid TaskId, JsonElement? Result = null) : ICommand<StimulusAnswer>;

/// <summary>What became of it.</summary>
/// <param name="Answer">Accepted, AlreadyDone, NobodyWaits, Stale or NotYet.</param>
/// <param name="Step">The step that was done already.</param>
/// <param name="At">When it was done, or is due.</param>
/// <param name="Reason">Why nobody waits.</param>
internal sealed record StimulusAnswer(string Answer, string? Step, DateTimeOffset? At, string? Reason)
{
    public static StimulusAnswer Of(Answer answer) => answer switch
    {
        Engine.Execution.Answer.AlreadyDone done => new(nameof(Engine.Execution.Answer.AlreadyDone), done.ActivityId, done.At, Reason: null),
        Engine.Execution.Answer.NobodyWaits nobody => new(nameof(Engine.Execution.Answer.NobodyWaits), Step: null, At: null, nobody.Reason),
        Engine.Execution.Answer.NotYet early => new(nameof(Engine.Execution.Answer.NotYet), Step: null, early.ResumeAt, Reason: null),
        _ => new(answer.GetType().Name, Step: null, At: null, Reason: null),
    };
}

internal sealed class SendEventHandler(WorkflowHost workflow) : IRequestHandler<SendEvent, IReadOnlyList<StimulusAnswer>>
{
    public async Task<IReadOnlyList<StimulusAnswer>> Handle(SendEvent request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Answer> answers = request.InstanceId is { } instance
            ? [await workflow.StimulateAsync(instance, new Stimulus.PublishedEvent(request.Name, request.Payload), cancellationToken)]
            : await workflow.PublishAsync(request.Name, request.CorrelationId, request.Payload, cancellationToken);
        return answers.Count == 0 ? [StimulusAnswer.Of(new Answer.NobodyWaits($"No instance waits for the event {request.Name}."))] : [.. answers.Select(StimulusAnswer.Of)];
    }
}

internal sealed class ReportTaskHandler(FondsDb db, WorkflowHost workflow) : IRequestHandler<ReportTask, StimulusAnswer>
{
    private const string TaskStep = "Elsa.RunTask";

    public async Task<StimulusAnswer> Handle(ReportTask request, CancellationToken cancellationToken)
    {
        if (await db.Bookmarks.AsNoTracking().AnyAsync(b => b.InstanceId == request.InstanceId && b.Id == request.TaskId && b.ActivityType != TaskStep, cancellationToken))
        {
            throw new NotFoundException();
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
