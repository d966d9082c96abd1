namespace FondsWorkflow.Engine.Execution;

/// <summary>A place where an instance waits.</summary>
public sealed record Bookmark
{
    /// <summary>The id by which it is resumed.</summary>
    public required Guid Id { get; init; }

    /// <summary>The step that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The step's type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The number of the execution that waits.</summary>
    public required int ExecutionId { get; init; }

    /// <summary>What is waited for.</summary>
    public required string Name { get; init; }

    /// <summary>The event's name when an event resumes it; case counts.</summary>
    public string? EventName { get; init; }

    /// <summary>What the activity says about it.</summary>
    public object? Payload { get; init; }

    /// <summary>When the caller must send <see cref="Stimulus.TimerDue"/>; null means never.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>The outcome when that time comes.</summary>
    public string? TimerOutcome { get; init; }

    /// <summary>The instance's correlation id when it was created.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Counts the changes by <see cref="Stimulus.Amend"/>.</summary>
    public int Revision { get; init; }
}

/// <summary>A bookmark that is gone: who was first, and when.</summary>
/// <param name="Id">The bookmark.</param>
/// <param name="ActivityId">Its step.</param>
/// <param name="EventName">The event's name when an event could have resumed it.</param>
/// <param name="Outcome">What it was resumed with; null when it was cancelled.</param>
/// <param name="At">When.</param>
public sealed record BurnedBookmark(Guid Id, string ActivityId, string? EventName, string? Outcome, DateTimeOffset At);
