namespace FondsWorkflow.Engine.Execution;

/// <summary>One thing an activity did through its context. Recorded for custom activities, so that a replay needs no services.</summary>
internal abstract record Effect
{
    public sealed record Completed(string[] Outcomes, object? Result) : Effect;

    public sealed record Waited(Guid Id, string Name, object? Payload, DateTimeOffset? ResumeAt, string? TimerOutcome, string? EventName) : Effect;

    public sealed record OutputSet(string Name, object? Value) : Effect;

    public sealed record VariableSet(string Name, object? Value) : Effect;

    public sealed record Noted(string Text) : Effect;

    public sealed record Published(PublishedEvent Event) : Effect;

    public sealed record Dispatched(ChildWorkflow Child) : Effect;

    public sealed record Correlated(string? CorrelationId) : Effect;

    public sealed record Named(string? Name) : Effect;

    /// <summary>The execution failed; replayed by throwing again.</summary>
    public sealed record Failed(string Type, string Message, string Detail, FaultReason? Fault = null) : Effect
    {
        public static Failed From(Exception e)
        {
            if (e is ReplayedException replayed) return replayed.Failure;
            var detail = e.ToString();
            return new Failed(e.GetType().FullName ?? e.GetType().Name, e.Message, detail.Length <= 4000 ? detail : detail[..4000], (e as Activities.WorkflowFaultException)?.Reason);
        }
    }
}

/// <summary>Stands for the exception that was thrown when the burst ran first.</summary>
internal sealed class ReplayedException(Effect.Failed failure) : Exception(failure.Message)
{
    public Effect.Failed Failure { get; } = failure;
}
