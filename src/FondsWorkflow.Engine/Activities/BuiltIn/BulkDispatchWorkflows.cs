using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// Starts another workflow for each item and, when asked, waits for all of them. After each child runs <c>childCompleted</c> or <c>childFaulted</c>.
/// Outcomes: Completed when all have finished, Canceled when one was cancelled, and always Done.
/// </summary>
[Activity("Elsa.BulkDispatchWorkflows", Outcomes = ["Completed", "Canceled", "Done"], IsBlocking = true)]
public sealed class BulkDispatchWorkflows : Composite
{
    /// <summary>The logical id of the other definition.</summary>
    [Input(IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; init; }

    /// <summary>The items.</summary>
    [Input(TypeName = "Object")]
    public Input<object?[]>? Items { get; init; }

    /// <summary>The input under which a child gets an item that is no object; <c>Item</c> when left out.</summary>
    public Input<string> DefaultItemInputKey { get; init; } = "Item";

    /// <summary>A script that gives a child's correlation id; sees the item as <c>CurrentValue</c>.</summary>
    public Input<string>? CorrelationIdFunction { get; init; }

    /// <summary>Inputs every child gets.</summary>
    [Input(TypeName = "Object")]
    public Input<Dictionary<string, object?>>? Input { get; init; }

    /// <summary>Whether to wait; true when left out.</summary>
    public Input<bool> WaitForCompletion { get; init; } = true;

    /// <summary>Elsa's queue; no meaning here.</summary>
    public Input<string>? ChannelName { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var waits = context.Get(WaitForCompletion);
        foreach (var item in context.Get(Items) ?? []) Start(context, item, waits);
        if (context.Frame.BookmarkCount == 0) context.Complete(["Completed", "Done"]);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        if (string.Equals(input.Outcome, "Cancelled", StringComparison.Ordinal)) context.Frame.Remember("canceled", true);
        var port = string.Equals(input.Outcome, "Faulted", StringComparison.Ordinal) ? "childFaulted" : "childCompleted";
        if (context.Node.Children.TryGetValue(port, out var child)) BurstRun.Declare(context.Run.Schedule(context.Frame, child), "CurrentValue", input.Payload);
        else EndWhenAllAreDone(context);
        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) => EndWhenAllAreDone(context);

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) =>
        descriptor with { ChildPorts = ["childCompleted", "childFaulted"], HasExplicitOutcomes = false };

    private static void EndWhenAllAreDone(ActivityContext context)
    {
        if (context.Frame.BookmarkCount > 0 || context.Frame.ChildCount > 0 || context.Frame.Work.Count > 1) return;
        context.Complete(context.Frame.Remember("canceled") is true ? ["Canceled", "Done"] : ["Completed", "Done"]);
    }

    private void Start(ActivityContext context, object? item, bool waits)
    {
        var inputs = new Dictionary<string, object?>(context.Get(Input) ?? [], StringComparer.Ordinal);
        if (item is Dictionary<string, object?> map)
        {
            foreach (var (key, value) in map) inputs[key] = value;
        }
        else
        {
            inputs[context.Get(DefaultItemInputKey) ?? "Item"] = item;
        }

        var id = context.NewId();
        var bookmark = waits ? context.CreateBookmark("Elsa.BulkDispatchWorkflows", id) : (Guid?)null;
        context.Dispatch(new ChildWorkflow(id, context.Get(WorkflowDefinitionId) ?? "", Correlation(context, item), inputs, bookmark, InTheSameCommit: false));
    }

    private string? Correlation(ActivityContext context, object? item)
    {
        if (CorrelationIdFunction is null) return null;
        BurstRun.Declare(context.Frame, "CurrentValue", item);
        return CorrelationIdFunction.Expression is LiteralExpression { Literal: string script }
            ? ValueConverter.To<string>(new JavaScriptExpression(script, context.Run.Engine.Options.ScriptLimits).Evaluate(context))
            : context.Get(CorrelationIdFunction);
    }
}
