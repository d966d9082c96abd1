namespace FondsWorkflow.Engine.Activities;

/// <summary>Waits for a while. Any length: the time is a date in the bookmark, not a running timer.</summary>
[Activity("Elsa.Delay", IsBlocking = true)]
public sealed class Delay : Activity
{
    /// <summary>How long.</summary>
    [Input(IsRequired = true, Kind = Definitions.InputKind.Duration)]
    public Input<TimeSpan>? TimeSpan { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.CreateBookmark("Elsa.Delay", resumeAt: context.Now + context.Get(TimeSpan));
        return ValueTask.CompletedTask;
    }
}
