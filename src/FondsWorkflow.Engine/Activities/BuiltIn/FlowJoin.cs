using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Brings branches together. Its flowchart decides when it runs; see <see cref="Flowchart"/>.</summary>
[Activity("Elsa.FlowJoin")]
public sealed class FlowJoin : Activity
{
    /// <summary>What it waits for; WaitAny when left out.</summary>
    public Input<JoinMode>? Mode { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
