using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Decisions;

/// <summary>The applicant says whether the project can be done with less.</summary>
[Activity("Fonds.AcceptReducedGrant", IsBlocking = true, Outcomes = ["Accepted", "Declined", "Expired"])]
internal sealed class AcceptReducedGrantStep : HumanStep;
