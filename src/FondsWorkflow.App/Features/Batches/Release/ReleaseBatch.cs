using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Features.Batches.Release;

/// <summary>The second person releases the stored files (§ 31 Abs. 3 KomHVO NRW).</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="XmlSha256">Fingerprint of the file that the person saw.</param>
/// <param name="SinglePaymentSeen">For a batch of one payment: the person knows that it must be handed in with verification of payee.</param>
internal sealed record ReleaseBatch(Guid BatchId, string XmlSha256, bool SinglePaymentSeen = false) : ICommand<Unit>;

internal sealed class ReleaseBatchHandler(BatchDesk desk, CommandContext context, BerlinTime clock, IOptions<FondsOptions> options) : IRequestHandler<ReleaseBatch, Unit>
{
    public async Task<Unit> Handle(ReleaseBatch request, CancellationToken cancellationToken)
    {
        var (batch, payouts) = await desk.OpenAsync(request.BatchId, cancellationToken);
        Require.That(batch.XmlSha256 == request.XmlSha256, CommandRules.SomebodyElseWasFaster);
        batch.Release(payouts, context.Actor, clock.Now);
        Require.That(TargetCalendar.Earliest(clock.Now, options.Value.Bank.CutOff).Day <= batch.ExecuteOn, BatchFormRules.DayIsReachable, batch.ExecuteOn);
        if (batch.HoldsSinglePayment && !request.SinglePaymentSeen)
        {
            throw new RuleViolation([new RuleProblem(BatchFormRules.SinglePaymentIsSeen, nameof(request.SinglePaymentSeen), [])]);
        }

        return Unit.Value;
    }
}

internal sealed class ReleaseBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ReleaseBatch, Unit>("batches/release", Policies.Finance);
}
