using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.CollectReclaim;

/// <summary>The group paid (part of) a reclaim; the last payment settles it and the application goes on.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Version">The reclaim as the clerk saw it: of two colleagues with the same statement one records the payment.</param>
/// <param name="Amount">How much came in.</param>
/// <param name="On">Day of the statement.</param>
internal sealed record RecordReclaimPayment(Guid ApplicationId, int Version, Money Amount, DateOnly On) : ICommand<Unit>;

/// <summary>Rules of the form.</summary>
internal static class CollectReclaimRules
{
    public static readonly Rule PaidInThePast = new("FR1", "A payment on a reclaim is recorded for a day between the reclaim and today.");

    public static readonly Rule NotRecordedMeanwhile = new("FR2", "A payment is recorded on top of those that colleagues recorded.");
}

internal sealed class RecordReclaimPaymentHandler(FondsDb db, Desk desk, LedgerBook ledger, ProofMails mails, CommandContext context, BerlinTime clock) : IRequestHandler<RecordReclaimPayment, Unit>
{
    public async Task<Unit> Handle(RecordReclaimPayment request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var work = await desk.OpenForAsync(request.ApplicationId, "CollectReclaim", cancellationToken);
        var reclaim = await db.Reclaims.Where(r => r.ApplicationId == work.Application.Id).OrderByDescending(r => r.RecordedAt).FirstAsync(cancellationToken);
        if (reclaim.Version != request.Version)
        {
            throw new RuleViolation(CollectReclaimRules.NotRecordedMeanwhile, reclaim.Payments.Count == 0 ? reclaim.Amount : reclaim.Payments[^1].Amount, reclaim.Outstanding);
        }

        var from = BerlinTime.DayOf(reclaim.RecordedAt);
        Require.At(nameof(request.On), request.On >= from && request.On <= clock.Today, CollectReclaimRules.PaidInThePast, from, clock.Today);
        reclaim.RecordPayment(request.Amount, request.On, context.Actor, clock.Now);
        var payout = await db.Payouts.Where(p => p.ApplicationId == work.Application.Id && p.ExecutedAt != null).OrderByDescending(p => p.RequestedAt).FirstAsync(cancellationToken);
        (await ledger.OpenAsync(work.Application, cancellationToken)).Return(request.Amount, payout.Id, mails.ReferenceOf(work.Application));
        if (reclaim.SettledAt is not null)
        {
            await desk.CompleteAsync(work, "Settled", payload: null, cancellationToken);
        }

        return Unit.Value;
    }
}

internal sealed class RecordReclaimPaymentEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecordReclaimPayment, Unit>("proofs/record-reclaim-payment", Policies.Finance);
}
