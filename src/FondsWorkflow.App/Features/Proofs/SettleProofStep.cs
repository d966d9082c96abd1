using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>Computes what the accepted proof means, asks for the rest, and tells the group: pay the rest, reclaim what was too much, or nothing.</summary>
[Output("result")]
[Activity("Fonds.SettleProof", Outcomes = ["PayRest", "Reclaim", "Balanced"])]
internal sealed class SettleProofStep(StepDesk desk, SettlementReader settlements, PayoutRequests payouts, ProofMails mails) : FundStep
{
    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var result = await settlements.OfAsync(application, CancellationToken.None);
        if (result.Outcome == SettlementOutcome.PayRest)
        {
            var account = application.Account ?? throw new RuleViolation(ProofRules.AccountIsKnown);
            await payouts.AddAsync(application, PayoutKind.Final, result.Settlement.PayableNow, account, reason: null, CancellationToken.None);
        }

        await mails.AcceptedAsync(application, result, CancellationToken.None);
        context.Complete(result.Outcome.ToString(), result.ToPayload());
    }
}
