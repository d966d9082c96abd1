using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The applicant answers the objection, by the day that the objection names.</summary>
[Activity("Fonds.CorrectProof", IsBlocking = true, Outcomes = ["Filed"])]
internal sealed class CorrectProofStep : HumanStep
{
    protected internal override async ValueTask<DateOnly?> DueOnAsync(GrantApplication application, IServiceProvider services)
        => (await services.GetRequiredService<FondsDb>().Proofs.SingleOrDefaultAsync(p => p.ApplicationId == application.Id))?.OpenObjection?.DueOn;
}
