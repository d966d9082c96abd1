using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>What an application's accepted proof means in money, by the ledger as it is now.</summary>
internal sealed class SettlementReader(FondsDb db, LedgerBook ledger, CityBook city)
{
    public async Task<SettlementResult> OfAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var proof = await db.Proofs.SingleAsync(p => p.ApplicationId == application.Id, cancellationToken);
        var (granted, paid) = (application.GrantedAmount ?? Money.Zero, (await ledger.OpenAsync(application, cancellationToken)).Case.Paid);
        return SettlementResult.Of(granted, paid, proof.Settle(granted, paid, city.GuidelineOf(application).Grant.OwnSharePercent.Value));
    }
}
