using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Hold;

/// <summary>Holds a payout back (Sperre), for example because another proof is overdue.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Version">The version the page was read with.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
internal sealed record HoldPayout(Guid PayoutId, int Version, string Reason) : ICommand<Unit>;

/// <summary>Lifts the hold that was looked at, no later one.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Version">The version the page was read with.</param>
internal sealed record FreePayout(Guid PayoutId, int Version) : ICommand<Unit>;

internal sealed class HoldPayoutHandler(FondsDb db, Access access, CommandContext context) : IRequestHandler<HoldPayout, Unit>, IRequestHandler<FreePayout, Unit>
{
    public async Task<Unit> Handle(HoldPayout request, CancellationToken cancellationToken)
    {
        var payout = await OpenAsync(request.PayoutId, request.Version, cancellationToken);
        payout.Hold(request.Reason, context.Actor);
        context.About(payout.ApplicationId, request.Reason);
        return Unit.Value;
    }

    public async Task<Unit> Handle(FreePayout request, CancellationToken cancellationToken)
    {
        (await OpenAsync(request.PayoutId, request.Version, cancellationToken)).Free(context.Actor);
        return Unit.Value;
    }

    private async Task<Payout> OpenAsync(Guid payoutId, int version, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([payoutId], cancellationToken) ?? throw new NotFoundException();
        await access.ApplicationAsync(payout.ApplicationId, cancellationToken);
        Require.That(version == payout.Version, CommandRules.SomebodyElseWasFaster);
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
