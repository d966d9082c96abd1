using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs its body for each number from start to end. Scripts see the number as <c>CurrentValue</c>.</summary>
[Activity("Elsa.For")]
[Output("currentValue")]
public sealed class For : Composite
{
    /// <summary>The first number.</summary>
    public Input<int>? Start { get; init; }

    /// <summary>The last number.</summary>
    public Input<int>? End { get; init; }

    /// <summary>The distance; 1 when left out. Negative counts down, 0 is an error.</summary>
    public Input<int> Step { get; init; } = 1;

    /// <summary>Whether the end itself is a turn; true when left out.</summary>
    public Input<bool> OuterBoundInclusive { get; init; } = true;

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Children.ContainsKey("body")) Turn(context, context.Get(Start));
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) =>
        Turn(context, (long)context.Frame.Remember("current")! + Bounds(context).Step);

    private void Turn(ActivityContext context, long current)
    {
        var (end, step) = Bounds(context);
        if (step > 0 ? current >= end : current <= end)
        {
            context.Complete();
            return;
        }

        context.Frame.Remember("current", current);
        context.SetOutput("currentValue", current);
        var body = context.Run.Schedule(context.Frame, context.Node.Children["body"]);
        BurstRun.Declare(body, "CurrentValue", current);
    }

    /// <summary>Where it ends and by how much it counts; as in Elsa read once per burst, so what the body changes has no say before it waits.</summary>
    private (long End, int Step) Bounds(ActivityContext context)
    {
        if (context.Frame.Bounds is { } known) return known;
        var step = context.Get(Step);
        if (step == 0) throw new WorkflowException($"The loop {context.ActivityId} has the step 0 and would never end.");
        var bounds = (context.Get(End) + (context.Get(OuterBoundInclusive) ? Math.Sign(step) : 0L), step);
        context.Frame.Bounds = bounds;
        return bounds;
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["body"] };
}
