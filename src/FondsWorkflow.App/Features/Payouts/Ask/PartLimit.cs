using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>How much a part payment may be: what the receipts with a scan would entitle to today, own share and income taken off, up to the grant.</summary>
internal sealed class PartLimit(FondsDb db, CityBook city)
{
    public async Task<Money> OfAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == application.Id, cancellationToken);
        return proof is null || application.GrantedAmount is not { } granted
            ? Money.Zero
            : Settlement.Compute(
                granted,
                Money.Zero,
                Money.Sum(proof.Receipts.Where(r => r.AttachmentId is not null).Select(r => r.Amount)),
                proof.Financing,
                city.GuidelineOf(application).Grant.OwnSharePercent.Value).Entitled;
    }
}
