namespace FondsWorkflow.App.Workflow;

/// <summary>When the next reminder of something is due; the sweep finds it by index. What is done has nothing due.</summary>
internal sealed class ReminderRow
{
    /// <summary>Id of what is reminded of: an assignment, a meeting, or an application (as a draft of being sent in, later of the project's days).</summary>
    public required Guid Id { get; init; }

    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Keys of the reminders that were sent or overtaken.</summary>
    public List<string> Sent { get; set; } = [];
}
