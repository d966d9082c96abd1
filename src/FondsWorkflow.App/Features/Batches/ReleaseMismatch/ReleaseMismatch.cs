using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.ReleaseMismatch;

/// <summary>Says why a payment goes although the bank could not confirm the payee's name; the release itself happens at the bank.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="PayoutId">The payout.</param>
/// <param name="Reason">Why, at most 500 characters.</param>
internal sealed record ReleaseMismatch(Guid BatchId, Guid PayoutId, string Reason) : ICommand<Unit>;

internal sealed class ReleaseMismatchHandler(BatchDesk desk, CommandContext context, BerlinTime clock) : IRequestHandler<ReleaseMismatch, Unit>
{
    public async Task<Unit> Handle(ReleaseMismatch request, CancellationToken cancellationToken)
    {
        var (batch, payouts) = await desk.OpenAsync(request.BatchId, cancellationToken);
        var payout = payouts.FirstOrDefault(p => p.Id == request.PayoutId) ?? throw new NotFoundException();
        batch.ReleaseMismatch(payout, request.Reason, context.Actor, clock.Now);
        context.About(batch.Id, request.Reason);
        return Unit.Value;
    }
}

internal sealed class ReleaseMismatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ReleaseMismatch, Unit>("batches/release-mismatch", Policies.Finance);
}
