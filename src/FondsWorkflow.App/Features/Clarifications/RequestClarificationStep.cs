using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Clarifications;

/// <summary>The applicant answers what the management asked; after the grace days the application is not pursued.</summary>
[Activity("Fonds.RequestClarification", IsBlocking = true, Outcomes = ["Answered", "Expired", "Withdrawn"])]
internal sealed class RequestClarificationStep : HumanStep;
