using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs its body for all items side by side, each with its own <c>CurrentValue</c> and <c>CurrentIndex</c>.</summary>
[Activity("Elsa.ParallelForEach")]
public sealed class ParallelForEach : Composite
{
    /// <summary>The items.</summary>
    [Input(TypeName = "Object")]
    public Input<object?[]>? Items { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (!context.Node.Children.TryGetValue("body", out var body)) return ValueTask.CompletedTask;
        var items = context.Get(Items) ?? [];
        for (var i = 0; i < items.Length; i++)
        {
            var turn = context.Run.Schedule(context.Frame, body);
            BurstRun.Declare(turn, "CurrentValue", items[i]);
            BurstRun.Declare(turn, "CurrentIndex", (long)i);
        }

        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        if (context.Frame.ChildCount == 0) context.Complete();
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { ChildPorts = ["body"] };
}
