using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.Release;

/// <summary>The second person releases the stored files (§ 31 Abs. 3 KomHVO NRW).</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="FileSha256">Fingerprint of the file that pays, as the person saw it.</param>
/// <param name="SinglePaymentSeen">For a batch of one payment: the person knows that it must be handed in with verification of payee.</param>
internal sealed record ReleaseBatch(Guid BatchId, string FileSha256, bool SinglePaymentSeen = false) : ICommand<Unit>;

internal sealed class ReleaseBatchHandler(BatchDesk desk, AccountLocks locks, CommandContext context, BerlinTime clock, CityBook city) : IRequestHandler<ReleaseBatch, Unit>
{
    public async Task<Unit> Handle(ReleaseBatch request, CancellationToken cancellationToken)
    {
        var (batch, payouts) = await desk.OpenAsync(request.BatchId, cancellationToken);
        Require.That(batch.PayingSha256 == request.FileSha256, CommandRules.SomebodyElseWasFaster);
        await locks.RequireOpenAsync(payouts, cancellationToken);
        batch.Release(payouts, context.Actor, clock.Now);
        Require.That(TargetCalendar.Earliest(clock.Now, city.City.Payments.CutOff.Value).Day <= batch.ExecuteOn, BatchFormRules.DayIsReachable, batch.ExecuteOn);
        Require.At(nameof(request.SinglePaymentSeen), request.SinglePaymentSeen || !batch.MustBeVerified, BatchFormRules.SinglePaymentIsSeen);
        return Unit.Value;
    }
}

internal sealed class ReleaseBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ReleaseBatch, Unit>("batches/release", Policies.Finance);
}
