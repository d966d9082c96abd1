using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Finance certifies that the amount is right (§ 31 KomHVO NRW).</summary>
[Activity("Fonds.CertifyArithmetically", IsBlocking = true, Outcomes = ["Certified", "SentBack"])]
internal sealed class CertifyArithmeticallyStep : HumanStep
{
    protected internal override ValueTask<IReadOnlyList<string>> ExcludedAsync(GrantApplication application, IServiceProvider services)
        => services.GetRequiredService<PayoutDuties>().ExcludedAsync(PayoutDuty.Arithmetical, application);
}
