using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Engine.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Undelivered;

/// <summary>Messages between workflows, and times that could not be told to their instance, that failed at least once and are not delivered, oldest first, 200 at most.</summary>
internal sealed record ShowUndelivered : IRequest<IReadOnlyList<UndeliveredMessage>>;

/// <param name="Id">The message.</param>
/// <param name="What">Kind of stimulus.</param>
/// <param name="InstanceId">The instance that sent it, else the one it is for.</param>
/// <param name="Error">Why it failed last.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it is tried again; null when a person must decide.</param>
internal sealed record UndeliveredMessage(Guid Id, string What, Guid? InstanceId, string Error, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset? DueAt);

/// <summary>Lets a message go once more.</summary>
internal sealed record RedeliverMessage(Guid MessageId) : ICommand<Unit>;

internal sealed class ShowUndeliveredHandler(FondsDb db) : IRequestHandler<ShowUndelivered, IReadOnlyList<UndeliveredMessage>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<UndeliveredMessage>> Handle(ShowUndelivered request, CancellationToken cancellationToken)
    {
        var rows = await db.WorkflowMessages.AsNoTracking().Where(m => m.DeliveredAt == null && m.LastError != null).OrderBy(m => m.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(m => new UndeliveredMessage(m.Id, Stimulus.FromJson(m.Stimulus).GetType().Name, m.SenderId ?? m.InstanceId, m.LastError!, m.CreatedAt, m.Attempts, m.DueAt))];
    }
}

internal sealed class RedeliverMessageHandler(FondsDb db, OutboxBell bell, BerlinTime clock) : IRequestHandler<RedeliverMessage, Unit>
{
    public async Task<Unit> Handle(RedeliverMessage request, CancellationToken cancellationToken)
    {
        var message = await db.WorkflowMessages.FindAsync([request.MessageId], cancellationToken);
        if (message is not { DeliveredAt: null })
        {
            throw new NotFoundException();
        }

        message.DueAt = clock.Now;
        bell.RingMessages();
        return Unit.Value;
    }
}

internal sealed class UndeliveredEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowUndelivered, IReadOnlyList<UndeliveredMessage>>("workflows/undelivered", Policies.Administrator);
        api.MapCommand<RedeliverMessage, Unit>("workflows/redeliver", Policies.Administrator);
    }
}
