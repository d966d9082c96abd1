using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Finance certifies that the payment is owed (§ 31 KomHVO NRW).</summary>
[Activity("Fonds.CertifyFactually", DisplayName = "Sachlich feststellen", IsBlocking = true, Outcomes = ["Certified", "SentBack"])]
internal sealed class CertifyFactuallyStep : HumanStep;
