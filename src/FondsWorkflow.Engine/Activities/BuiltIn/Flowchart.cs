using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// Runs steps along arrows. Tokens travel over the arrows; a step that several forward arrows reach waits as long as a token
/// may still come over one without any, so loops and joins work on every pass.
/// </summary>
[Activity("Elsa.Flowchart")]
public sealed class Flowchart : Composite
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var plan = context.Node.Flow!;
        var start = context.Frame.Remember(BurstRun.Triggered) is string trigger && plan.Position(trigger) is >= 0 and var triggered ? triggered : plan.DefaultStart;
        if (start < 0) return ValueTask.CompletedTask;
        context.Frame.FlowStart = context.Node.Activities[start].Id;
        context.Run.Schedule(context.Frame, context.Node.Activities[start]);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        if (child.Child.Type.Descriptor.IsTerminal && child.Outcomes.Length > 0) context.Complete();
        else new TokenFlow(context).Leave(child.Child, child.Outcomes, child.LateFor);
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { HasActivities = true, HasConnections = true };
}
