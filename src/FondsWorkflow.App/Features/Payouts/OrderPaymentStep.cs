using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Finance orders the payment.</summary>
[Activity("Fonds.OrderPayment", IsBlocking = true, Outcomes = ["Ordered", "SentBack"])]
internal sealed class OrderPaymentStep : HumanStep
{
    protected internal override ValueTask<IReadOnlyList<string>> ExcludedAsync(GrantApplication application, IServiceProvider services)
        => services.GetRequiredService<PayoutDuties>().ExcludedAsync(PayoutDuty.Order, application);
}
