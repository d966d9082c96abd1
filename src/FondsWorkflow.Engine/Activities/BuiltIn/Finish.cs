namespace FondsWorkflow.Engine.Activities;

/// <summary>Ends the whole workflow: every other step is cancelled and every bookmark is gone.</summary>
[Activity("Elsa.Finish", IsTerminal = true)]
public sealed class Finish : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.EndsBy = () => context.Run.FinishAround(context.Frame);
        return ValueTask.CompletedTask;
    }
}
