using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>The applicant asks for an advance or a part, files the proof at once, or says that the project does not take place.</summary>
[Activity("Fonds.AskForMoney", IsBlocking = true, Outcomes = ["Advance", "PartPayment", "ProofFiled", "NotCarriedOut"])]
internal sealed class AskForMoneyStep : HumanStep;
