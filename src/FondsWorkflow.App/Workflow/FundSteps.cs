using FondsWorkflow.App.Features.Applications;
using FondsWorkflow.App.Features.Clarifications;
using FondsWorkflow.App.Features.Decisions;
using FondsWorkflow.App.Features.Notices;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Features.Reviews;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Workflow;

/// <summary>The closed catalogue of the fund's steps, beside the engine's built-in ones.</summary>
internal static class FundSteps
{
    public static ActivityRegistry Registry() => new ActivityRegistry()
        .Add<ReviewApplicationStep>()
        .Add<RequestClarificationStep>()
        .Add<DecideInCircleStep>()
        .Add<ReserveMoneyStep>()
        .Add<AcceptReducedGrantStep>()
        .Add<FulfilConditionsStep>()
        .Add<DraftNoticeStep>()
        .Add<ReleaseNoticeStep>()
        .Add<SendNoticeStep>()
        .Add<AskForMoneyStep>()
        .Add<CertifyFactuallyStep>()
        .Add<CertifyArithmeticallyStep>()
        .Add<OrderPaymentStep>()
        .Add<ExecutePaymentStep>()
        .Add<CorrectPayoutStep>()
        .Add<FileProofStep>()
        .Add<CheckProofStep>()
        .Add<CorrectProofStep>()
        .Add<SettleProofStep>()
        .Add<RecordReclaimStep>()
        .Add<CollectReclaimStep>()
        .Add<CloseApplicationStep>();
}
