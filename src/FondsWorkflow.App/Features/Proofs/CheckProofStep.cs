using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The management checks report and receipts; nobody checks what he wrote himself.</summary>
[Activity("Fonds.CheckProof", IsBlocking = true, Outcomes = ["Accepted", "Objected"])]
internal sealed class CheckProofStep : HumanStep
{
    protected internal override async ValueTask<IReadOnlyList<string>> ExcludedAsync(GrantApplication application, IServiceProvider services)
        => (await services.GetRequiredService<FondsDb>().Proofs.SingleOrDefaultAsync(p => p.ApplicationId == application.Id))?.Authors ?? [];
}
