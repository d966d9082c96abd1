using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>
/// Starts another workflow for each item and, unless told otherwise, waits for all of them. After a child that finished runs <c>childCompleted</c>, after one that failed
/// <c>childFaulted</c>; both see <c>ChildInstanceId</c> and, as <c>CurrentValue</c>, the child's outputs. Outcomes: Done, and when it has waited Completed, or Canceled when a child was cancelled.
/// </summary>
[Activity("Elsa.BulkDispatchWorkflows", Outcomes = ["Completed", "Canceled", "Done"], IsBlocking = true)]
public sealed class BulkDispatchWorkflows : Composite
{
    /// <summary>The name of an item that is no object when <see cref="DefaultItemInputKey"/> is left out.</summary>
    internal const string Item = "Item";

    private JavaScriptExpression? _correlation;

    /// <summary>The logical id of the other definition.</summary>
    [Input(IsRequired = true)]
    public Input<string>? WorkflowDefinitionId { get; init; }

    /// <summary>The items.</summary>
    [Input(TypeName = "Object")]
    public Input<object?[]>? Items { get; init; }

    /// <summary>The input under which a child gets an item that is no object; <c>Item</c> when left out.</summary>
    public Input<string> DefaultItemInputKey { get; init; } = Item;

    /// <summary>A script that gives a child's correlation id; sees the item as <c>getItem()</c>, or by the name <c>DefaultItemInputKey</c> gives.</summary>
    public Input<string>? CorrelationIdFunction { get; init; }

    /// <summary>Inputs every child gets, beside <c>ParentInstanceId</c>, the id of this instance.</summary>
    [Input(TypeName = "Object")]
    public Input<Dictionary<string, object?>>? Input { get; init; }

    /// <summary>Whether to wait; true when left out.</summary>
    public Input<bool> WaitForCompletion { get; init; } = true;

    /// <summary>Elsa's queue; no meaning here.</summary>
    public Input<string>? ChannelName { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var items = context.Get(Items) ?? [];
        var waits = context.Get(WaitForCompletion);
        var (workflow, key, input) = (context.Get(WorkflowDefinitionId) ?? "", context.Get(DefaultItemInputKey) ?? Item, context.InputsOfChild(context.Get(Input)));
        foreach (var item in items) Start(context, workflow, Inputs(input, key, item), Correlation(context, key, item), waits);
        if (!waits || items.Length == 0) context.Complete();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ValueTask ResumeAsync(ActivityContext context, ResumeInput input)
    {
        if (string.Equals(input.Outcome, "Cancelled", StringComparison.Ordinal)) context.Frame.Remember("canceled", true);
        if (PortFor(input.Outcome) is { } port && context.Node.Children.TryGetValue(port, out var child))
        {
            var body = context.Run.Schedule(context.Frame, child);
            BurstRun.Declare(body, "ChildInstanceId", input.BookmarkId.ToString());
            BurstRun.Declare(body, "CurrentValue", input.Payload);
        }
        else
        {
            EndWhenAllAreDone(context);
        }

        return ValueTask.CompletedTask;
    }

    internal override void ChildCompleted(ActivityContext context, ChildCompletion child) => EndWhenAllAreDone(context);

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) =>
        descriptor with { ChildPorts = ["childCompleted", "childFaulted"], HasExplicitOutcomes = false };

    private static string? PortFor(string? outcome) => outcome switch
    {
        "Faulted" => "childFaulted",
        "Cancelled" => null,
        _ => "childCompleted",
    };

    private static void EndWhenAllAreDone(ActivityContext context)
    {
        if (context.Frame.BookmarkCount > 0 || context.Frame.ChildCount > 0 || context.Frame.Work.Count > 1) return;
        context.Complete(context.Frame.Remember("canceled") is true ? ["Canceled", "Done"] : ["Completed", "Done"]);
    }

    /// <summary>Starts one child. The bookmark that waits for it has the child's own id, so that the port knows it.</summary>
    private static void Start(ActivityContext context, string workflow, Dictionary<string, object?> inputs, string? correlation, bool waits)
    {
        var id = waits ? context.CreateBookmark("Elsa.BulkDispatchWorkflows") : context.NewId();
        context.Dispatch(new ChildWorkflow(id, workflow, correlation, inputs, waits ? id : null, InTheSameCommit: false));
    }

    private static Dictionary<string, object?> Inputs(Dictionary<string, object?> all, string key, object? item)
    {
        var inputs = new Dictionary<string, object?>(all, StringComparer.Ordinal);
        if (item is not Dictionary<string, object?> parts) inputs[key] = item;
        else foreach (var (name, value) in parts) inputs[name] = value;
        return inputs;
    }

    private string? Correlation(ActivityContext context, string key, object? item)
    {
        if (CorrelationIdFunction is null) return null;
        BurstRun.Declare(context.Frame, key, item);
        try
        {
            return CorrelationIdFunction.Expression is LiteralExpression { Literal: string script }
                ? ValueConverter.To<string>((_correlation ??= new JavaScriptExpression(script, context.Run.Engine.Options.ScriptLimits)).Evaluate(context))
                : context.Get(CorrelationIdFunction);
        }
        finally
        {
            context.Frame.Variables!.Remove(key);
        }
    }
}
