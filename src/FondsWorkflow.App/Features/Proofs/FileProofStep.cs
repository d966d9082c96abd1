using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The applicant proves what the money did.</summary>
[Activity("Fonds.FileProof", IsBlocking = true, Outcomes = ["Filed"])]
internal sealed class FileProofStep : HumanStep;
