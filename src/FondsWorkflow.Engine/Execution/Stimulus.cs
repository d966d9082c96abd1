namespace FondsWorkflow.Engine.Execution;

/// <summary>Why an instance runs. A closed list.</summary>
public abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>The stimulus as compact JSON, for a queue.</summary>
    public string ToJson() => StimulusJson.ToText(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="WorkflowException">The text is no stimulus.</exception>
    public static Stimulus FromJson(string json) => StimulusJson.FromText(json);

    /// <summary>Starts an instance; only without a snapshot.</summary>
    /// <param name="InstanceId">The new instance's id.</param>
    /// <param name="CorrelationId">What it is about, for finding it by correlation.</param>
    /// <param name="Inputs">Its inputs by name.</param>
    /// <param name="TriggerActivityId">The step whose trigger started it; null starts at the beginning.</param>
    /// <param name="TriggerPayload">What that trigger brought.</param>
    public sealed record Start(
        Guid InstanceId,
        string? CorrelationId = null,
        IReadOnlyDictionary<string, object?>? Inputs = null,
        string? TriggerActivityId = null,
        object? TriggerPayload = null) : Stimulus;

    /// <summary>Resumes one bookmark.</summary>
    /// <param name="BookmarkId">Which.</param>
    /// <param name="Outcome">The outcome chosen; null leaves it to the activity.</param>
    /// <param name="Payload">What was given with it.</param>
    /// <param name="Revision">The revision of the bookmark the caller saw; null means whichever. Another one is answered with <see cref="Answer.Stale"/>.</param>
    public sealed record Resume(Guid BookmarkId, string? Outcome = null, object? Payload = null, int? Revision = null) : Stimulus;

    /// <summary>An event was published; resumes every step of the instance that waits for its name. Case counts.</summary>
    /// <param name="Name">The event's name.</param>
    /// <param name="Payload">Its payload.</param>
    /// <param name="CorrelationId">Restricts it to steps that began to wait while the instance was about this; null means all.</param>
    public sealed record PublishedEvent(string Name, object? Payload = null, string? CorrelationId = null) : Stimulus;

    /// <summary>The time of a bookmark has come.</summary>
    /// <param name="BookmarkId">Which.</param>
    public sealed record TimerDue(Guid BookmarkId) : Stimulus;

    /// <summary>Changes what a waiting bookmark says (a reassignment, a new deadline) and counts its revision up.</summary>
    /// <param name="BookmarkId">Which.</param>
    /// <param name="Payload">The new payload.</param>
    /// <param name="ResumeAt">The new time; null means none.</param>
    public sealed record Amend(Guid BookmarkId, object? Payload, DateTimeOffset? ResumeAt) : Stimulus;

    /// <summary>Ends the instance.</summary>
    /// <param name="Reason">Why, for the journal.</param>
    /// <param name="WithCompensation">Whether the undos of what was done run, the last one first.</param>
    public sealed record Cancel(string Reason, bool WithCompensation = false) : Stimulus;

    /// <summary>Runs the step of an incident again.</summary>
    /// <param name="IncidentId">Which.</param>
    public sealed record Retry(Guid IncidentId) : Stimulus;

    /// <summary>Completes the step of an incident by hand.</summary>
    /// <param name="IncidentId">Which.</param>
    /// <param name="Outcome">The outcome the step completes with.</param>
    /// <param name="Reason">Why, for the journal.</param>
    public sealed record Skip(Guid IncidentId, string Outcome, string Reason) : Stimulus;
}
