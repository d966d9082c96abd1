using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Certify;

/// <summary>The payment is owed (sachlich richtig, § 31 KomHVO NRW), for exactly the data the person saw.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="Seen">Fingerprint of the data the person looked at.</param>
internal sealed record CertifyFacts(Guid PayoutId, string Seen) : ICommand<Unit>;

internal sealed class CertifyFactsHandler(PayoutDesk desk, AccountLocks locks, CityBook city, CommandContext context, BerlinTime clock) : IRequestHandler<CertifyFacts, Unit>
{
    public async Task<Unit> Handle(CertifyFacts request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.PayoutId, request.Seen, PayoutDesk.Factual, cancellationToken);
        await locks.RequireOpenAsync([work.Payout], cancellationToken);
        work.Payout.CertifyFacts(context.Actor, city.GuidelineOf(work.Application).Payment.OnePersonMayCertifyBoth.Value, clock.Now);
        await desk.FinishAsync(work, "Certified", cancellationToken);
        return Unit.Value;
    }
}

internal sealed class CertifyFactsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<CertifyFacts, Unit>("payouts/certify-facts", Policies.Finance);
}
