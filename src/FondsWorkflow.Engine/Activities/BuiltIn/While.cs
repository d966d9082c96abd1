using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs its body as long as the condition, read anew before each turn, is true.</summary>
[Activity("Elsa.While")]
public sealed class While : Composite
{
    /// <summary>The condition; false when left out.</summary>
    public Input<bool>? Condition { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        Turn(context);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) => Turn(context);

    private void Turn(ActivityContext context)
    {
        if (context.Node.Children.TryGetValue("body", out var body) && context.Get(Condition)) context.Run.Schedule(context.Frame, body);
        else context.Complete();
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["body"] };
}
