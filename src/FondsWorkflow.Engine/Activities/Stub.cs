namespace FondsWorkflow.Engine.Activities;

/// <summary>Stands in for another activity in tests and simulations: goes on when there is one way, else waits for somebody to choose, or for the time of an outcome that comes by itself.</summary>
[Activity("Engine.Stub")]
internal sealed class Stub(IReadOnlyDictionary<string, TimeSpan> timers) : Activity
{
    /// <summary>The name of the bookmark at which the choice is made.</summary>
    public const string Choice = "choose";

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var outcomes = context.DeclaredOutcomes;
        if (outcomes?.FirstOrDefault(timers.ContainsKey) is { } late) context.CreateBookmark(Choice, payload: null, context.Now + timers[late], late);
        else if (context.Node.Type.Descriptor.IsBlocking || outcomes is not { Count: <= 1 }) context.CreateBookmark(Choice);
        else context.Complete(outcomes.Count == 1 ? outcomes[0] : "Done");
        return ValueTask.CompletedTask;
    }
}
