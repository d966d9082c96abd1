namespace FondsWorkflow.App.Workflow;

/// <summary>A running or finished instance of a definition: its snapshot and what is asked of it by index.</summary>
internal sealed class WorkflowInstanceRow
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The instance keeps this version until a migration moves it.</summary>
    public required int DefinitionVersion { get; set; }

    /// <summary>The application it drives; null for one that another workflow or an event started.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>What it is about, as events find it.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The instance that started it.</summary>
    public Guid? ParentInstanceId { get; init; }

    /// <summary>The bookmark at which that one waits for its end; null when it does not wait.</summary>
    public Guid? ParentBookmarkId { get; init; }

    /// <summary>Running, Suspended, Finished, Cancelled or Faulted, as the engine says.</summary>
    public required string Status { get; set; }

    /// <summary>What pages show; derived from the snapshot at every burst, never set by anything else.</summary>
    public required string Stage { get; set; }

    /// <summary>The engine's snapshot as JSON.</summary>
    public required string Snapshot { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Bursts so far; concurrency token and number of the last journal row.</summary>
    public int Bursts { get; set; }
}

/// <summary>What an instance waits for; a timer when <see cref="ResumeAt"/> is set.</summary>
internal sealed class BookmarkRow
{
    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    /// <summary>The step; a migration may rename it.</summary>
    public required string ActivityId { get; set; }

    public required string ActivityType { get; init; }

    /// <summary>The event's name for a waiting event, else what the step calls it.</summary>
    public required string Name { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>When its time comes, as the snapshot says.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>When the sweep rings it; null without a time, and once a ring that failed has become a message.</summary>
    public DateTimeOffset? RingAt { get; set; }
}

/// <summary>One burst: what replays it, and its lines for people.</summary>
internal sealed class JournalRow
{
    public required Guid InstanceId { get; init; }

    /// <summary>1, 2, 3, … within the instance.</summary>
    public required int Burst { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    /// <summary>The engine's record of the burst as JSON: stimulus and effects.</summary>
    public required string Record { get; init; }

    /// <summary>The journal entries as <see cref="JournalText"/>.</summary>
    public required string Entries { get; init; }
}

/// <summary>A step that failed; open until it was retried with success, skipped or its instance was cancelled.</summary>
internal sealed class IncidentRow
{
    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    public required string ActivityId { get; set; }

    public required string ActivityType { get; init; }

    public string Message { get; set; } = "";

    /// <summary>The exception as text.</summary>
    public string Detail { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public int Attempts { get; set; }

    /// <summary>Next automatic try; null when a person must decide.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>When the sweep tries it; null without a time, and once a try that could not begin has become a message.</summary>
    public DateTimeOffset? RingAt { get; set; }

    /// <summary>Open, Retried, Skipped or Cancelled, as the engine says.</summary>
    public string State { get; set; } = "";

    public DateTimeOffset? ResolvedAt { get; set; }
}

/// <summary>What starts new instances of a definition: a step of its newest version that an event or a time triggers.</summary>
internal sealed class TriggerRow
{
    public required string DefinitionId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The version it belongs to and starts.</summary>
    public required int Version { get; init; }

    /// <summary>The event that starts one; null when a time does.</summary>
    public string? EventName { get; init; }

    /// <summary>When the next instance starts; null when no time starts any (more). Concurrency token: of two nodes one rings.</summary>
    public DateTimeOffset? NextAt { get; set; }
}

/// <summary>A published definition; its text never changes (the hash is checked at every start).</summary>
internal sealed class DefinitionRow
{
    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
