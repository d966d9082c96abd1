namespace FondsWorkflow.Engine.Execution;

/// <summary>What became of an incident.</summary>
public enum IncidentState
{
    /// <summary>Waits for a retry or a hand.</summary>
    Open,

    /// <summary>The step ran when it was tried again.</summary>
    Retried,

    /// <summary>Somebody completed the step by hand.</summary>
    Skipped,

    /// <summary>The instance or the branch was cancelled.</summary>
    Cancelled,
}

/// <summary>A step that failed.</summary>
public sealed record Incident
{
    /// <summary>The id by which it is retried or skipped.</summary>
    public required Guid Id { get; init; }

    /// <summary>The step.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The step's type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>The number of the execution that failed.</summary>
    public required int ExecutionId { get; init; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The exception's type.</summary>
    public required string ExceptionType { get; init; }

    /// <summary>The exception's message.</summary>
    public required string Message { get; init; }

    /// <summary>The exception as text, at most 4,000 characters.</summary>
    public required string Detail { get; init; }

    /// <summary>What a Fault step said about it; null when the step did not mean to fail.</summary>
    public FaultReason? Fault { get; init; }

    /// <summary>How often the step was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the caller must send <see cref="Stimulus.Retry"/>; null leaves it to a person.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What became of it.</summary>
    public IncidentState State { get; init; }

    /// <summary>The exception itself, only in the burst in which it was thrown.</summary>
    public Exception? Exception { get; init; }
}
