using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Finance orders the payment.</summary>
[Activity("Fonds.OrderPayment", DisplayName = "Zahlung anordnen", IsBlocking = true, Outcomes = ["Ordered", "SentBack"])]
internal sealed class OrderPaymentStep : HumanStep;
