using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>When a Fork goes on.</summary>
public enum ForkJoinMode
{
    /// <summary>When all branches have ended.</summary>
    WaitAll,

    /// <summary>When the first has ended; the others are cancelled.</summary>
    WaitAny,
}

/// <summary>Runs its branches side by side.</summary>
[Activity("Elsa.Fork")]
public sealed class Fork : Composite
{
    /// <summary>When it goes on; WaitAll when left out.</summary>
    [Input(IsPlain = true)]
    public Input<ForkJoinMode>? JoinMode { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        foreach (var branch in context.Node.Branches) context.Run.Schedule(context.Frame, branch);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        if (context.Frame.ChildCount == 0 || context.Get(JoinMode) == ForkJoinMode.WaitAny) context.Complete();
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) => descriptor with { HasBranches = true };
}
