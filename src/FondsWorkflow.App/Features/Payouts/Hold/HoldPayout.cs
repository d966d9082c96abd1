using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Payouts;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Hold;

/// <summary>Holds a payout back (Sperre), for example because another proof is overdue.</summary>
internal sealed record HoldPayout(Guid PayoutId, string Reason) : ICommand<Unit>;

/// <summary>Lifts the hold.</summary>
internal sealed record FreePayout(Guid PayoutId) : ICommand<Unit>;

internal sealed class HoldPayoutHandler(FondsDb db, Access access, CommandContext context) : IRequestHandler<HoldPayout, Unit>, IRequestHandler<FreePayout, Unit>
{
    public async Task<Unit> Handle(HoldPayout request, CancellationToken cancellationToken)
    {
        var payout = await OpenAsync(request.PayoutId, cancellationToken);
        payout.Hold(request.Reason, context.Actor);
        context.About(payout.ApplicationId, request.Reason);
        return Unit.Value;
    }

    public async Task<Unit> Handle(FreePayout request, CancellationToken cancellationToken)
    {
        (await OpenAsync(request.PayoutId, cancellationToken)).Free(context.Actor);
        return Unit.Value;
    }

    private async Task<Payout> OpenAsync(Guid payoutId, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([payoutId], cancellationToken) ?? throw new NotFoundException();
        await access.ApplicationAsync(payout.ApplicationId, cancellationToken);
        return payout;
    }
}

internal sealed class HoldPayoutEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<HoldPayout, Unit>("payouts/hold", Policies.Finance);
        api.MapCommand<FreePayout, Unit>("payouts/free", Policies.Finance);
    }
}
