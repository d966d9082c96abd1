namespace FondsWorkflow.Engine.Activities;

/// <summary>Sets an output of the workflow; inside a composite that has an output of this name (the CurrentValue of a loop), that one, as Elsa does.</summary>
[Activity("Elsa.SetOutput")]
public sealed class SetOutput : Activity
{
    /// <summary>The output's name.</summary>
    [Input(IsRequired = true)]
    public Input<string>? OutputName { get; init; }

    /// <summary>Its value.</summary>
    public Input<object>? OutputValue { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Run.SetOutputAround(context.Frame, context.Get(OutputName) ?? "", context.Get(OutputValue));
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
