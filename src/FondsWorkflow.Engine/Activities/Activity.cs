namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// A step that runs. Custom ones are constructed for each execution from the caller's services, so they may take dependencies;
/// they must keep nothing in fields between executions.
/// </summary>
public abstract class Activity
{
    /// <summary>Runs the step: ends with <see cref="ActivityContext.Complete(string, object?)"/> or waits after
    /// a call of <c>CreateBookmark</c>. Doing neither completes it with <c>Done</c>.</summary>
    protected abstract ValueTask ExecuteAsync(ActivityContext context);

    /// <summary>Wakes the step. By default completes with the outcome, which must be a declared one, and the payload as result.</summary>
    protected virtual ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        if (input.Outcome is not null && context.DeclaredOutcomes is { } outcomes && !outcomes.Contains(input.Outcome, StringComparer.Ordinal))
            throw new UnknownOutcomeException(context.ActivityId, input.Outcome, outcomes);
        context.Complete(input.Outcome ?? "Done", input.Payload);
        return ValueTask.CompletedTask;
    }

    /// <summary>Undoes what the completed step did; called at most once, when the instance is cancelled with compensation.</summary>
    /// <param name="context">The context; waiting is not possible here.</param>
    /// <param name="result">The result the step completed with.</param>
    protected virtual ValueTask CompensateAsync(ActivityContext context, object? result) => ValueTask.CompletedTask;

    internal ValueTask RunAsync(ActivityContext context) => ExecuteAsync(context);

    internal ValueTask WakeAsync(ActivityContext context, ResumeInput input) => ResumeAsync(context, input);

    internal ValueTask UndoAsync(ActivityContext context, object? result) => CompensateAsync(context, result);
}
