using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The management checks report and receipts.</summary>
[Activity("Fonds.CheckProof", DisplayName = "Nachweis prüfen", IsBlocking = true, Outcomes = ["Accepted", "Objected"])]
internal sealed class CheckProofStep : HumanStep;
