using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using MediatR;

namespace FondsWorkflow.App.Features.Timers;

/// <summary>Delivers what one workflow wants of others. Delivering twice does nothing.</summary>
/// <returns>What became of it; null when somebody else delivered it.</returns>
internal sealed record DeliverMessage(Guid MessageId) : ICommand<string?>;

/// <summary>Notes that a message could not be delivered, and tries again later and later; in the end a person decides.</summary>
internal sealed record PostponeMessage(Guid MessageId, string Error) : ICommand<Unit>;

internal sealed class DeliverMessageHandler(FondsDb db, WorkflowHost workflow, WorkflowMessages messages, BerlinTime clock) : IRequestHandler<DeliverMessage, string?>
{
    public async Task<string?> Handle(DeliverMessage request, CancellationToken cancellationToken)
    {
        if (await db.WorkflowMessages.FindAsync([request.MessageId], cancellationToken) is not { DueAt: not null } message)
        {
            return null;
        }

        message.Attempts++;
        message.DueAt = null;
        message.LastError = null;
        message.DeliveredAt = clock.Now;
        return message.Answer = await DeliverAsync(message, Stimulus.FromJson(message.Stimulus), cancellationToken);
    }

    private async Task<string> DeliverAsync(WorkflowMessageRow message, Stimulus stimulus, CancellationToken cancellationToken)
    {
        if (message.Instances is { } instances)
        {
            instances.ForEach(instance => messages.Send(instance, stimulus));
            return nameof(Answer.Accepted);
        }

        switch (stimulus)
        {
            case Stimulus.Start start:
                return (await workflow.StartAsync(message.DefinitionId!, start, message.SenderId, message.BookmarkId, cancellationToken)).GetType().Name;
            case Stimulus.PublishedEvent published when message.InstanceId is null:
                var answers = await workflow.PublishAsync(published.Name, message.CorrelationId, published.Payload, cancellationToken);
                return answers.Count == 0 ? nameof(Answer.NobodyWaits) : string.Join(", ", answers.CountBy(a => a.GetType().Name).Select(c => $"{c.Key}: {c.Value}"));
            default:
                return (await workflow.StimulateAsync(message.InstanceId!.Value, stimulus, cancellationToken)).GetType().Name;
        }
    }
}

internal sealed class PostponeMessageHandler(FondsDb db, BerlinTime clock) : IRequestHandler<PostponeMessage, Unit>
{
    public async Task<Unit> Handle(PostponeMessage request, CancellationToken cancellationToken)
    {
        if (await db.WorkflowMessages.FindAsync([request.MessageId], cancellationToken) is { DueAt: not null } message)
        {
            message.Fail(request.Error, clock.Now);
        }

        return Unit.Value;
    }
}
