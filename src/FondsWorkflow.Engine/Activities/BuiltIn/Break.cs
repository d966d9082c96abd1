using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Leaves the nearest loop (For, ForEach, ParallelForEach, While) or Fork.</summary>
[Activity("Elsa.Break", IsTerminal = true)]
public sealed class Break : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (LoopAround(context.Frame) is not { } loop) context.Complete();
        else context.EndsBy = () => context.Run.Complete(loop, ["Done"], null);
        return ValueTask.CompletedTask;
    }

    private static Frame? LoopAround(Frame frame)
    {
        for (var outer = frame.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Node.Shared is For or ForEach or ParallelForEach or While or Fork) return outer;
        }

        return null;
    }
}
