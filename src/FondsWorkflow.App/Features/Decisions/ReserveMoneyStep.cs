using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Decisions;

/// <summary>Reserves the granted money in the transaction of the resolution; when too little is left, the resolution is refused with the amount that is.</summary>
[Activity("Fonds.ReserveMoney")]
internal sealed class ReserveMoneyStep(StepDesk desk, LedgerBook ledger, Texts texts) : FundStep
{
    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var book = await ledger.OpenAsync(application, CancellationToken.None);
        book.Reserve(application.GrantedAmount!.Value, texts["Ledger.Resolved", application.Number]);
    }
}
