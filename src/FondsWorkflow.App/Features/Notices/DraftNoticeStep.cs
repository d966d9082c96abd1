using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>The office writes the notice from the resolution or the refusal.</summary>
[Activity("Fonds.DraftNotice", IsBlocking = true, Outcomes = ["Drafted"])]
internal sealed class DraftNoticeStep : HumanStep
{
    /// <summary><c>Grant</c> or <c>Refusal</c>.</summary>
    [Input(IsRequired = true)]
    public Input<string>? Kind { get; init; }
}
