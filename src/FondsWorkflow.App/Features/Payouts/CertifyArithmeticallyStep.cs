using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Finance certifies that the amount is right (§ 31 KomHVO NRW).</summary>
[Activity("Fonds.CertifyArithmetically", DisplayName = "Rechnerisch feststellen", IsBlocking = true, Outcomes = ["Certified", "SentBack"])]
internal sealed class CertifyArithmeticallyStep : HumanStep;
