using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Starts another workflow after the commit; waits for its end when asked. Its result is the child's outputs, without waiting the child's id.</summary>
[Activity("Elsa.DispatchWorkflow", IsBlocking = true)]
[Output("result")]
public sealed class DispatchWorkflow : Activity
{
    /// <summary>The input by which a started workflow learns the id of the one that started it.</summary>
    internal const string Parent = "ParentInstanceId";

    /// <summary>The logical id of the other definition.</summary>
    [Input(IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; init; }

    /// <summary>The child's correlation id.</summary>
    public Input<string>? CorrelationId { get; init; }

    /// <summary>The child's inputs; it also gets <c>ParentInstanceId</c>, the id of this instance.</summary>
    [Input(TypeName = "Object")]
    public Input<Dictionary<string, object?>>? Input { get; init; }

    /// <summary>Whether to wait for its end.</summary>
    public Input<bool>? WaitForCompletion { get; init; }

    /// <summary>Elsa's queue; no meaning here.</summary>
    public Input<string>? ChannelName { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.NewId();
        var waits = context.Get(WaitForCompletion);
        var bookmark = waits ? context.CreateBookmark("Elsa.DispatchWorkflow", id) : (Guid?)null;
        context.Dispatch(new ChildWorkflow(id, context.Get(WorkflowDefinitionId) ?? "", context.Get(CorrelationId), context.InputsOfChild(context.Get(Input)), bookmark, InTheSameCommit: false));
        if (!waits) context.Complete("Done", id);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        context.Complete("Done", input.Payload);
        return ValueTask.CompletedTask;
    }
}
