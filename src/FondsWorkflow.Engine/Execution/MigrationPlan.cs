namespace FondsWorkflow.Engine.Execution;

/// <summary>How instances of one version of a definition move to another. Steps and variables of the same id move without being named.</summary>
/// <param name="FromVersionId">The version id the instances are pinned to.</param>
/// <param name="ToVersionId">The version id they move to.</param>
public sealed record MigrationPlan(string FromVersionId, string ToVersionId)
{
    /// <summary>Old step id → new step id.</summary>
    public IReadOnlyDictionary<string, string> Steps { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Old variable id → new variable id. A variable the new version does not have is dropped and reported.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Values for variables by their new id, set after the move.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    internal string Step(string id) => Steps.GetValueOrDefault(id, id);

    internal string Variable(string id) => Variables.GetValueOrDefault(id, id);
}

/// <summary>What a migration does, or would do, to one instance.</summary>
public sealed record MigrationResult
{
    /// <summary>The instance in its new version; null when it can't move.</summary>
    public WorkflowSnapshot? Snapshot { get; init; }

    /// <summary>The instance as it was: storing it again undoes the migration as long as nothing has happened since.</summary>
    public required WorkflowSnapshot Before { get; init; }

    /// <summary>Why it can't move; empty when it can.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>Where each waiting bookmark stood and stands: the id stays, the step may change.</summary>
    public IReadOnlyList<MovedBookmark> Bookmarks { get; init; } = [];

    /// <summary>The timers among them; none is set again, all keep their time.</summary>
    public IEnumerable<MovedBookmark> Timers => Bookmarks.Where(b => b.ResumeAt is not null);

    /// <summary>Variables that the new version does not have.</summary>
    public IReadOnlyList<string> DroppedVariables { get; init; } = [];

    /// <summary>The line for the instance's journal.</summary>
    public JournalEntry? Entry { get; init; }
}

/// <summary>A bookmark before and after a migration.</summary>
/// <param name="Id">The bookmark; unchanged.</param>
/// <param name="FromStep">The step that waited.</param>
/// <param name="ToStep">The step that waits.</param>
/// <param name="ResumeAt">Its time; unchanged.</param>
public sealed record MovedBookmark(Guid Id, string FromStep, string ToStep, DateTimeOffset? ResumeAt);
