using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>The applicant corrects account or holder.</summary>
[Activity("Fonds.CorrectPayout", IsBlocking = true, Outcomes = ["Corrected"])]
internal sealed class CorrectPayoutStep : HumanStep;
