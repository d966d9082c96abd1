using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// Runs another workflow in the same commit. Goes on when the child has ended, or, without being asked to wait, already when it first stands still.
/// Its result is <c>{ workflowInstanceId, status, subStatus, output }</c> with Elsa's words: a child that waits is Running and Suspended, one that failed Finished and Faulted.
/// </summary>
[Activity("Elsa.ExecuteWorkflow", IsBlocking = true)]
[Output("result")]
public sealed class ExecuteWorkflow : Activity
{
    /// <summary>The logical id of the other definition.</summary>
    [Input(IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; init; }

    /// <summary>The child's correlation id.</summary>
    public Input<string>? CorrelationId { get; init; }

    /// <summary>The child's inputs; it also gets <c>ParentInstanceId</c>, the id of this instance.</summary>
    [Input(TypeName = "Object")]
    public Input<Dictionary<string, object?>>? Input { get; init; }

    /// <summary>Whether to wait for a child that stands still; false when left out.</summary>
    public Input<bool>? WaitForCompletion { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.NewId();
        var bookmark = context.CreateBookmark("Elsa.ExecuteWorkflow", id);
        context.Frame.Remember("child", id.ToString());
        context.Dispatch(new ChildWorkflow(id, context.Get(WorkflowDefinitionId) ?? "", context.Get(CorrelationId), context.InputsOfChild(context.Get(Input)), bookmark, InTheSameCommit: true, UntilIdle: !context.Get(WaitForCompletion)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        var status = Enum.TryParse<InstanceStatus>(input.Outcome, out var known) ? known : InstanceStatus.Finished;
        context.Complete("Done", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["workflowInstanceId"] = context.Frame.Remember("child"),
            ["status"] = status is InstanceStatus.Suspended or InstanceStatus.Running ? "Running" : "Finished",
            ["subStatus"] = status.ToString(),
            ["output"] = input.Payload,
        });
        return ValueTask.CompletedTask;
    }
}
