using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs then or else; a missing branch is nothing to do. Its result is the condition.</summary>
[Activity("Elsa.If")]
[Output("result", TypeName = "Boolean")]
public sealed class If : Composite
{
    /// <summary>The condition; false when left out.</summary>
    public Input<bool>? Condition { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var condition = context.Get(Condition);
        context.SetOutput("result", condition);
        if (context.Node.Children.TryGetValue(condition ? "then" : "else", out var branch)) context.Run.Schedule(context.Frame, branch);
        else context.Complete("Done", condition);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) =>
        context.Complete("Done", context.Frame.Outputs?.GetValueOrDefault("result"));

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["then", "else"] };
}
