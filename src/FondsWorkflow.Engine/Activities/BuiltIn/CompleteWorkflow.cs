namespace FondsWorkflow.Engine.Activities;

/// <summary>Elsa's Complete: ends the workflow with these outcomes. They become its output <c>Outcomes</c> for a parent that waits.</summary>
[Activity("Elsa.Complete", IsTerminal = true)]
public sealed class CompleteWorkflow : Activity
{
    /// <summary>One outcome, or several.</summary>
    [Input(TypeName = "Object")]
    public Input<object>? Outcomes { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var outcomes = context.Get(Outcomes);
        context.Run.State.OutputMap["Outcomes"] = outcomes is object?[] ? outcomes : new[] { outcomes ?? "Done" };
        context.EndsBy = () => context.Run.FinishAround(context.Frame);
        return ValueTask.CompletedTask;
    }
}
