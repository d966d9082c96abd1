using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs its activities one after another; a terminal one ends it.</summary>
[Activity("Elsa.Sequence")]
public sealed class Sequence : Composite
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Activities.Length > 0) context.Run.Schedule(context.Frame, context.Node.Activities[0]);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        var next = child.Child.Position + 1;
        if (child.Child.Type.Descriptor.IsTerminal || next == context.Node.Activities.Length) context.Complete();
        else context.Run.Schedule(context.Frame, context.Node.Activities[next]);
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { HasActivities = true };
}
