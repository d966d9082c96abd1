namespace FondsWorkflow.Engine.Execution;

/// <summary>What a line of the journal tells.</summary>
public enum JournalKind
{
    /// <summary>The instance began.</summary>
    InstanceStarted,

    /// <summary>A step began.</summary>
    Started,

    /// <summary>A step waits.</summary>
    Waiting,

    /// <summary>A step was woken.</summary>
    Resumed,

    /// <summary>A step ended.</summary>
    Completed,

    /// <summary>A step was passed over: its join can't be fulfilled any more, or somebody skipped it.</summary>
    Skipped,

    /// <summary>A step was cancelled.</summary>
    Cancelled,

    /// <summary>A step failed.</summary>
    Faulted,

    /// <summary>A failed step is tried again.</summary>
    Retried,

    /// <summary>A step's doing was undone.</summary>
    Compensated,

    /// <summary>A line an activity wrote.</summary>
    Note,

    /// <summary>A waiting bookmark was changed.</summary>
    Amended,

    /// <summary>The instance moved to another version.</summary>
    Migrated,

    /// <summary>The instance ended.</summary>
    InstanceEnded,
}

/// <summary>One line of an instance's journal.</summary>
/// <param name="Number">Counted from 1 in the instance.</param>
/// <param name="At">The instant of the burst.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActivityId">The step; null when it concerns the instance.</param>
/// <param name="ActivityType">The step's type.</param>
/// <param name="ExecutionId">The number of the execution; 0 when it concerns the instance.</param>
/// <param name="Outcome">The outcome, several joined by a comma.</param>
/// <param name="Text">A reason or note.</param>
public sealed record JournalEntry(
    int Number,
    DateTimeOffset At,
    JournalKind Kind,
    string? ActivityId,
    string? ActivityType,
    int ExecutionId,
    string? Outcome = null,
    string? Text = null);
