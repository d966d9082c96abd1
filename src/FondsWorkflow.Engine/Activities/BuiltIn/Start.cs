namespace FondsWorkflow.Engine.Activities;

/// <summary>Marks where a flowchart begins.</summary>
[Activity("Elsa.Start")]
public sealed class Start : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
