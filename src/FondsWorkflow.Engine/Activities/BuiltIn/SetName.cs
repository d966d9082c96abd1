namespace FondsWorkflow.Engine.Activities;

/// <summary>Names the instance.</summary>
[Activity("Elsa.SetName")]
public sealed class SetName : Activity
{
    /// <summary>The name.</summary>
    public Input<string>? Value { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.InstanceName = context.Get(Value);
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
