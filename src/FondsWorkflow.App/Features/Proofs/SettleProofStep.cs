using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>Computes what the accepted proof means: pay the rest, reclaim what was too much, or nothing.</summary>
[Activity("Fonds.SettleProof", DisplayName = "Abrechnen", Outcomes = ["PayRest", "Reclaim", "Balanced"])]
internal sealed class SettleProofStep(FondsDb db, StepDesk desk, LedgerBook ledger, CityBook city) : FundStep
{
    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var proof = await db.Proofs.SingleAsync(p => p.ApplicationId == application.Id);
        var book = await ledger.OpenAsync(application, CancellationToken.None);
        var settlement = proof.Settle(application.GrantedAmount!.Value, book.Case.Paid, city.GuidelineOf(application).Grant.OwnSharePercent.Value);
        context.Complete(settlement.PayableNow.IsPositive ? "PayRest" : settlement.Reclaim.IsPositive ? "Reclaim" : "Balanced");
    }
}
