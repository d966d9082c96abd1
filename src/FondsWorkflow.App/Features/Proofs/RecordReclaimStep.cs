using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The office hears the group (§ 28 VwVfG NRW) and records what has to be paid back (§ 49a VwVfG NRW).</summary>
[Activity("Fonds.RecordReclaim", IsBlocking = true, Outcomes = ["Recorded"])]
internal sealed class RecordReclaimStep : HumanStep;
