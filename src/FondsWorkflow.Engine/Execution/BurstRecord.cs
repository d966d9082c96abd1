namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// Everything a burst took from outside. The records of an instance, in order, give its snapshot byte for byte
/// (<see cref="WorkflowEngine.ReplayAsync"/>), without services and without doing anything twice.
/// </summary>
public sealed partial class BurstRecord
{
    internal BurstRecord(DateTimeOffset now, Stimulus stimulus, IReadOnlyList<Guid> ids, IReadOnlyList<StepRecord> steps)
    {
        Now = now;
        Stimulus = stimulus;
        Ids = ids;
        Steps = steps;
    }

    /// <summary>The instant of the burst.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Why it ran.</summary>
    public Stimulus Stimulus { get; }

    internal IReadOnlyList<Guid> Ids { get; }

    internal IReadOnlyList<StepRecord> Steps { get; }
}
