namespace FondsWorkflow.Engine.Activities;

/// <summary>Goes on with True or False.</summary>
[Activity("Elsa.FlowDecision", Outcomes = ["True", "False"])]
public sealed class FlowDecision : Activity
{
    /// <summary>The condition; false when left out.</summary>
    public Input<bool>? Condition { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete(context.Get(Condition) ? "True" : "False");
        return ValueTask.CompletedTask;
    }
}
