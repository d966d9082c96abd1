namespace FondsWorkflow.Engine.Execution;

/// <summary>What one stimulus brought about. The caller commits all of it in one transaction, or nothing.</summary>
public sealed record Burst
{
    /// <summary>What became of the stimulus. When it is not <see cref="Answer.Accepted"/> nothing else has changed.</summary>
    public required Answer Answer { get; init; }

    /// <summary>The instance now.</summary>
    public required WorkflowSnapshot Snapshot { get; init; }

    /// <summary>Where the instance stands.</summary>
    public InstanceStatus Status => Snapshot.Status;

    /// <summary>New lines of the journal.</summary>
    public IReadOnlyList<JournalEntry> JournalEntries { get; init; } = [];

    /// <summary>New bookmarks; a changed one appears here with its new revision.</summary>
    public IReadOnlyList<Bookmark> BookmarksCreated { get; init; } = [];

    /// <summary>Bookmarks that are gone.</summary>
    public IReadOnlyList<BurnedBookmark> BookmarksBurned { get; init; } = [];

    /// <summary>Incidents that are new or changed.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Workflows to start.</summary>
    public IReadOnlyList<ChildWorkflow> Children { get; init; } = [];

    /// <summary>Events to deliver.</summary>
    public IReadOnlyList<PublishedEvent> PublishedEvents { get; init; } = [];

    /// <summary>The outputs of the instance so far.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => Snapshot.Outputs;

    /// <summary>Incidents whose retry the caller must ring at <see cref="Incident.RetryAt"/>.</summary>
    public IEnumerable<Incident> ScheduledRetries => Incidents.Where(i => i is { State: IncidentState.Open, RetryAt: not null });

    /// <summary>What replays this burst; see <see cref="BurstRecord"/>. Null when nothing happened.</summary>
    public BurstRecord? Record { get; init; }
}
