using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Leaves the nearest loop (For, ForEach, ParallelForEach, While) with all that runs in it; without a loop around it, the nearest Fork.</summary>
[Activity("Elsa.Break", IsTerminal = true)]
public sealed class Break : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var left = Around(context.Frame, a => a is For or ForEach or ParallelForEach or While) ?? Around(context.Frame, a => a is Fork);
        if (left is null) context.Complete();
        else context.EndsBy = () => context.Run.Complete(left, ["Done"], null);
        return ValueTask.CompletedTask;
    }

    private static Frame? Around(Frame frame, Predicate<Activity?> isIt)
    {
        for (var outer = frame.Parent; outer is not null; outer = outer.Parent)
        {
            if (isIt(outer.Node.Shared)) return outer;
        }

        return null;
    }
}
