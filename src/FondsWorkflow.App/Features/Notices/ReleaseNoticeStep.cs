using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>A second person of the office releases the text.</summary>
[Activity("Fonds.ReleaseNotice", DisplayName = "Bescheid freigeben", IsBlocking = true, Outcomes = ["Released", "SentBack"])]
internal sealed class ReleaseNoticeStep : HumanStep;
