namespace FondsWorkflow.Engine.Activities;

/// <summary>Sets what the instance is about. Bookmarks created later carry it; existing ones keep theirs.</summary>
[Activity("Elsa.Correlate")]
public sealed class Correlate : Activity
{
    /// <summary>The correlation id.</summary>
    [Input(IsRequired = true)]
    public Input<string>? CorrelationId { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.CorrelationId = context.Get(CorrelationId);
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
