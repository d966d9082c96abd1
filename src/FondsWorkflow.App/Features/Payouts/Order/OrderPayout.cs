using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Order;

/// <summary>Orders the payment (Anordnung); from now on it may go into a batch.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Seen">Fingerprint of the data the person looked at.</param>
internal sealed record OrderPayout(Guid PayoutId, string Seen) : ICommand<Unit>;

internal sealed class OrderPayoutHandler(PayoutDesk desk, AccountLocks locks, CommandContext context, BerlinTime clock) : IRequestHandler<OrderPayout, Unit>
{
    public async Task<Unit> Handle(OrderPayout request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.PayoutId, request.Seen, PayoutDesk.Order, cancellationToken);
        await locks.RequireOpenAsync([work.Payout], cancellationToken);
        work.Payout.OrderPayment(context.Actor, clock.Now);
        await desk.FinishAsync(work, "Ordered", cancellationToken);
        return Unit.Value;
    }
}

internal sealed class OrderPayoutEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<OrderPayout, Unit>("payouts/order", Policies.Finance);
}
