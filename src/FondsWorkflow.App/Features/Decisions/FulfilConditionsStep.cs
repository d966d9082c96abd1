using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Decisions;

/// <summary>The management confirms the conditions that come before the notice.</summary>
[Activity("Fonds.FulfilConditions", IsBlocking = true, Outcomes = ["Fulfilled", "Lapsed"])]
internal sealed class FulfilConditionsStep : HumanStep;
