namespace FondsWorkflow.Engine.Activities;

/// <summary>As a trigger starts an instance at an instant; inside a workflow waits for it. A past instant is no wait.</summary>
[Activity("Elsa.StartAt", IsBlocking = true, CanBeTrigger = true)]
public sealed class StartAt : Activity
{
    /// <summary>The instant.</summary>
    [Input(IsRequired = true, Kind = Definitions.InputKind.Instant)]
    public Input<DateTimeOffset>? DateTime { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var at = context.Get(DateTime);
        if (context.Run.TakeTrigger(context.Frame, out _) || at <= context.Now) context.Complete();
        else context.CreateBookmark("Elsa.StartAt", resumeAt: at);
        return ValueTask.CompletedTask;
    }
}
