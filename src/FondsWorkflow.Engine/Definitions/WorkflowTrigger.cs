namespace FondsWorkflow.Engine.Definitions;

/// <summary>What starts new instances of a definition: a step with <c>canStartWorkflow</c>. Start one with <c>Stimulus.Start(…, TriggerActivityId: ActivityId)</c>.</summary>
/// <param name="ActivityId">The step.</param>
public abstract record WorkflowTrigger(string ActivityId)
{
    /// <summary>The first time after an instant at which an instance is to be started; null when none will come, or when no time starts it.</summary>
    /// <param name="after">Usually when it rang last; times that passed while nobody looked are skipped by giving the present instant instead.</param>
    public virtual DateTimeOffset? NextAfter(DateTimeOffset after) => null;

    /// <summary>An event of this name starts an instance.</summary>
    /// <param name="ActivityId">The step.</param>
    /// <param name="EventName">The event's name; case counts.</param>
    public sealed record Event(string ActivityId, string EventName) : WorkflowTrigger(ActivityId);

    /// <summary>An instance starts per interval, the first one an interval after the definition was published.</summary>
    /// <param name="ActivityId">The step.</param>
    /// <param name="Interval">More than nothing, at most 100 years.</param>
    public sealed record Timer(string ActivityId, TimeSpan Interval) : WorkflowTrigger(ActivityId)
    {
        /// <inheritdoc/>
        public override DateTimeOffset? NextAfter(DateTimeOffset after) => after + Interval;
    }

    /// <summary>An instance starts at every occurrence, in local time: what the spring night skips comes when the skipped hour is over, what the autumn night has twice comes once.</summary>
    /// <param name="ActivityId">The step.</param>
    /// <param name="Expression">Five fields, or six with seconds first.</param>
    /// <param name="Zone">The zone it is meant in.</param>
    public sealed record Cron(string ActivityId, string Expression, TimeZoneInfo Zone) : WorkflowTrigger(ActivityId)
    {
        /// <inheritdoc/>
        public override DateTimeOffset? NextAfter(DateTimeOffset after) => CronText.Parse(Expression).GetNextOccurrence(after, Zone);
    }

    /// <summary>One instance starts at an instant; none when that had passed before anybody looked.</summary>
    /// <param name="ActivityId">The step.</param>
    /// <param name="At">The instant.</param>
    public sealed record StartAt(string ActivityId, DateTimeOffset At) : WorkflowTrigger(ActivityId)
    {
        /// <inheritdoc/>
        public override DateTimeOffset? NextAfter(DateTimeOffset after) => At > after ? At : null;
    }
}
