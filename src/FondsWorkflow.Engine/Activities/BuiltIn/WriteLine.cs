namespace FondsWorkflow.Engine.Activities;

/// <summary>Writes a line to the journal.</summary>
[Activity("Elsa.WriteLine")]
public sealed class WriteLine : Activity
{
    /// <summary>The line.</summary>
    public Input<string>? Text { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Journal(context.Get(Text) ?? "");
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
