using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Decisions;

/// <summary>The application waits for its resolution.</summary>
[Output("result")]
[Activity("Fonds.DecideInCircle", IsBlocking = true, Outcomes = ["Approved", "ApprovedWithLess", "ApprovedWithConditions", "Deferred", "Rejected", "Withdrawn"])]
internal sealed class DecideInCircleStep : HumanStep;
