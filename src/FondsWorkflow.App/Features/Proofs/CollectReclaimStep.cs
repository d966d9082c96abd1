using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>Finance records that the reclaim was paid back.</summary>
[Activity("Fonds.CollectReclaim", IsBlocking = true, Outcomes = ["Settled"])]
internal sealed class CollectReclaimStep : HumanStep;
