namespace FondsWorkflow.App.Workflow;

/// <summary>When the next reminder of an assignment is due; the sweep finds it by index. Done work has nothing due.</summary>
internal sealed class ReminderRow
{
    public required Guid AssignmentId { get; init; }

    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Keys of the reminders that were sent or overtaken.</summary>
    public List<string> Sent { get; set; } = [];
}
