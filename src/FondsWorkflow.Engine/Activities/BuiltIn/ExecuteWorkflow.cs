using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Runs another workflow in the same commit and waits for its end. Its result is <c>{ workflowInstanceId, status, output }</c>.</summary>
[Activity("Elsa.ExecuteWorkflow", IsBlocking = true)]
[Output("result")]
public sealed class ExecuteWorkflow : Activity
{
    /// <summary>The logical id of the other definition.</summary>
    [Input(IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; init; }

    /// <summary>The child's correlation id.</summary>
    public Input<string>? CorrelationId { get; init; }

    /// <summary>The child's inputs.</summary>
    [Input(TypeName = "Object")]
    public Input<Dictionary<string, object?>>? Input { get; init; }

    /// <summary>Elsa's choice to wait when the child suspends; here it always waits.</summary>
    public Input<bool>? WaitForCompletion { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.NewId();
        var bookmark = context.CreateBookmark("Elsa.ExecuteWorkflow", id);
        context.Frame.Remember("child", id.ToString());
        context.Dispatch(new ChildWorkflow(id, context.Get(WorkflowDefinitionId) ?? "", context.Get(CorrelationId), context.Get(Input) ?? [], bookmark, InTheSameCommit: true));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        context.Complete("Done", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["workflowInstanceId"] = context.Frame.Remember("child"),
            ["status"] = input.Outcome ?? "Finished",
            ["output"] = input.Payload,
        });
        return ValueTask.CompletedTask;
    }
}
