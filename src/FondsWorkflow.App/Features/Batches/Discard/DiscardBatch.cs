using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.Discard;

/// <summary>The first person asks to discard a batch that the bank does not have.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="BankHasNothing">This person looked and states that nobody handed in the file. Demanded after the release.</param>
internal sealed record ProposeDiscard(Guid BatchId, string Reason, bool BankHasNothing = false) : ICommand<Unit>;

/// <summary>The second person discards it; its payouts are ordered as before.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="BankHasNothing">This person states so as well.</param>
internal sealed record DiscardBatch(Guid BatchId, bool BankHasNothing = false) : ICommand<Unit>;

internal sealed class DiscardBatchHandler(BatchDesk desk, CommandContext context, BerlinTime clock) : IRequestHandler<ProposeDiscard, Unit>, IRequestHandler<DiscardBatch, Unit>
{
    public async Task<Unit> Handle(ProposeDiscard request, CancellationToken cancellationToken)
    {
        var (batch, _) = await desk.OpenAsync(request.BatchId, cancellationToken);
        batch.ProposeDiscard(request.Reason, request.BankHasNothing, context.Actor);
        context.About(batch.Id, request.Reason);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DiscardBatch request, CancellationToken cancellationToken)
    {
        var (batch, payouts) = await desk.OpenAsync(request.BatchId, cancellationToken);
        batch.Discard(payouts, request.BankHasNothing, context.Actor, clock.Now);
        context.About(batch.Id, batch.DiscardReason);
        return Unit.Value;
    }
}

internal sealed class DiscardBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<ProposeDiscard, Unit>("batches/propose-discard", Policies.Finance);
        api.MapCommand<DiscardBatch, Unit>("batches/discard", Policies.Finance);
    }
}
