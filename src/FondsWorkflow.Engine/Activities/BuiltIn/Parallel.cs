using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs all its activities side by side and ends with the last one.</summary>
[Activity("Elsa.Parallel")]
public sealed class Parallel : Composite
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        foreach (var activity in context.Node.Activities) context.Run.Schedule(context.Frame, activity);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        if (context.Frame.ChildCount == 0) context.Complete();
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { HasActivities = true };
}
