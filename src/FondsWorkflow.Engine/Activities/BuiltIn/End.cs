namespace FondsWorkflow.Engine.Activities;

/// <summary>Ends the flowchart or sequence it stands in; what else runs in it is cancelled.</summary>
[Activity("Elsa.End", IsTerminal = true)]
public sealed class End : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
