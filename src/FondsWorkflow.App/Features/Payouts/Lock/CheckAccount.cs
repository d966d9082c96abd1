using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Lock;

/// <summary>The first person says how a locked account was checked.</summary>
/// <param name="LockId">The lock.</param>
/// <param name="Check">How, at most 1,000 characters.</param>
internal sealed record CheckAccount(Guid LockId, string Check) : ICommand<Unit>;

/// <summary>The second person lifts the lock: payments may go to the account again.</summary>
/// <param name="LockId">The lock.</param>
internal sealed record LiftAccountLock(Guid LockId) : ICommand<Unit>;

internal sealed class CheckAccountHandler(FondsDb db, CommandContext context, BerlinTime clock) : IRequestHandler<CheckAccount, Unit>, IRequestHandler<LiftAccountLock, Unit>
{
    public async Task<Unit> Handle(CheckAccount request, CancellationToken cancellationToken)
    {
        var (held, payout) = await OpenAsync(request.LockId, cancellationToken);
        held.NoteCheck(request.Check, payout, context.Actor, clock.Now);
        context.About(held.ApplicationId, held.Check);
        return Unit.Value;
    }

    public async Task<Unit> Handle(LiftAccountLock request, CancellationToken cancellationToken)
    {
        var (held, payout) = await OpenAsync(request.LockId, cancellationToken);
        held.Lift(payout, context.Actor, clock.Now);
        context.About(held.ApplicationId, held.Check);
        return Unit.Value;
    }

    private async Task<(AccountLock Lock, Payout Payout)> OpenAsync(Guid lockId, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var held = await db.AccountLocks.FindAsync([lockId], cancellationToken) ?? throw new NotFoundException();
        return (held, await db.Payouts.SingleAsync(p => p.Id == held.PayoutId, cancellationToken));
    }
}

internal sealed class CheckAccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<CheckAccount, Unit>("payouts/check-account", Policies.Finance);
        api.MapCommand<LiftAccountLock, Unit>("payouts/lift-account-lock", Policies.Finance);
    }
}
