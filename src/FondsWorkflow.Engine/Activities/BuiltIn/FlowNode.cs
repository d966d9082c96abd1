using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Holds one activity.</summary>
[Activity("Elsa.FlowNode")]
public sealed class FlowNode : Composite
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Children.TryGetValue("body", out var body)) context.Run.Schedule(context.Frame, body);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) => context.Complete();

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["body"] };
}
