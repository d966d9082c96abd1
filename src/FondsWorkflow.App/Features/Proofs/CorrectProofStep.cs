using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The applicant answers the objections.</summary>
[Activity("Fonds.CorrectProof", DisplayName = "Nachweis ergänzen", IsBlocking = true, Outcomes = ["Filed"])]
internal sealed class CorrectProofStep : HumanStep;
