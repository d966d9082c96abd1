namespace FondsWorkflow.Engine.Activities;

/// <summary>As a trigger starts an instance per interval; inside a workflow waits one interval.</summary>
[Activity("Elsa.Timer", IsBlocking = true, CanBeTrigger = true)]
public sealed class Timer : Activity
{
    /// <summary>The interval.</summary>
    [Input(IsRequired = true, Kind = Definitions.InputKind.Duration)]
    public Input<TimeSpan>? Interval { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Run.TakeTrigger(context.Frame, out _)) context.Complete();
        else context.CreateBookmark("Elsa.Timer", resumeAt: context.Now + context.Get(Interval));
        return ValueTask.CompletedTask;
    }
}
