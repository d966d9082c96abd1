namespace FondsWorkflow.Engine.Activities;

/// <summary>Stands in for another activity in tests and simulations: goes on when there is one way, else waits for somebody to choose.</summary>
[Activity("Engine.Stub")]
internal sealed class Stub : Activity
{
    /// <summary>The name of the bookmark at which the choice is made.</summary>
    public const string Choice = "choose";

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        if (context.Node.Type.Descriptor.IsBlocking || context.DeclaredOutcomes is not { Count: <= 1 }) context.CreateBookmark(Choice);
        else context.Complete(context.DeclaredOutcomes.Count == 1 ? context.DeclaredOutcomes[0] : "Done");
        return ValueTask.CompletedTask;
    }
}
