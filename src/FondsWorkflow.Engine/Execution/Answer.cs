namespace FondsWorkflow.Engine.Execution;

/// <summary>What became of a stimulus. Nothing is queued and nothing is lost without an answer.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The instance went on.</summary>
    public sealed record Accepted : Answer
    {
        internal static readonly Accepted Instance = new();
    }

    /// <summary>Somebody was first.</summary>
    /// <param name="BookmarkId">The bookmark that was resumed.</param>
    /// <param name="ActivityId">The step it belonged to.</param>
    /// <param name="Outcome">What the step was resumed with; null when it was cancelled or gave none.</param>
    /// <param name="At">When.</param>
    public sealed record AlreadyDone(Guid BookmarkId, string ActivityId, string? Outcome, DateTimeOffset At) : Answer;

    /// <summary>The instance does not wait for this, and as far as it remembers never did.</summary>
    /// <param name="Reason">One sentence.</param>
    public sealed record NobodyWaits(string Reason) : Answer;

    /// <summary>The caller saw an older state of the bookmark.</summary>
    /// <param name="BookmarkId">The bookmark.</param>
    /// <param name="Revision">Its revision now.</param>
    public sealed record Stale(Guid BookmarkId, int Revision) : Answer;

    /// <summary>The timer rang too early.</summary>
    /// <param name="BookmarkId">The bookmark.</param>
    /// <param name="ResumeAt">When it is due.</param>
    public sealed record NotYet(Guid BookmarkId, DateTimeOffset ResumeAt) : Answer;
}
