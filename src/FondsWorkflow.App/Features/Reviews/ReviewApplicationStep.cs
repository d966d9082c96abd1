using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Reviews;

/// <summary>The management checks an application against the guideline.</summary>
[Activity("Fonds.ReviewApplication", IsBlocking = true, Outcomes = ["Forward", "Clarify", "NotEligible", "Withdrawn"])]
internal sealed class ReviewApplicationStep : HumanStep;
