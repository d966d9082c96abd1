using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>The payment goes into a batch; the bank executes or returns it.</summary>
[Activity("Fonds.ExecutePayment", IsBlocking = true, Outcomes = ["Executed", "Returned"])]
internal sealed class ExecutePaymentStep : HumanStep;
