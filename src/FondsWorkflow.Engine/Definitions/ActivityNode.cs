using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>One step of a definition: what stands in the file, sorted by the activity's descriptor. Immutable.</summary>
public sealed record ActivityNode
{
    /// <summary>The id, unique in the whole definition.</summary>
    public required string Id { get; init; }

    /// <summary>The ids on the way from the workflow to this step, joined by colons: <c>Workflow1:flow:evManager</c>. Computed.</summary>
    public required string NodeId { get; init; }

    /// <summary>The name scripts use in <c>getOutputFrom('Name')</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The type as the catalogue knows it, such as <c>Elsa.Event</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The descriptor's version; the latest one when the file gives none.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Wrapped inputs by property name (camelCase). A bare JSON value was read as a Literal.</summary>
    public IReadOnlyDictionary<string, InputValue> Inputs { get; init; } = NoInputs;

    /// <summary>Outputs by property name (camelCase), each with the variable it is written to.</summary>
    public IReadOnlyDictionary<string, OutputValue> Outputs { get; init; } = NoOutputs;

    /// <summary>Unwrapped properties as written, such as <c>variable</c> of SetVariable or <c>joinMode</c> of Fork, and whatever else the file says.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>The <c>cases</c> of FlowSwitch and Switch, in order.</summary>
    public IReadOnlyList<SwitchCase> Cases { get; init; } = [];

    /// <summary>Single child activities by port (<c>then</c>, <c>else</c>, <c>body</c>, <c>default</c>…); absent when empty.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Children { get; init; } = NoChildren;

    /// <summary>The <c>activities</c> of Flowchart, Sequence and Parallel, in order.</summary>
    public IReadOnlyList<ActivityNode> Activities { get; init; } = [];

    /// <summary>The <c>branches</c> of Fork, in order.</summary>
    public IReadOnlyList<ActivityNode> Branches { get; init; } = [];

    /// <summary>The connections of a Flowchart, in order.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    /// <summary>Variables of a Flowchart or Sequence.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>Custom properties by name, as written.</summary>
    public IReadOnlyDictionary<string, JsonElement> CustomProperties { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>The designer's metadata (position, size, displayText, description), as written.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>Whether a trigger of this step starts an instance (<c>customProperties.canStartWorkflow</c>, else the top level).</summary>
    public bool CanStartWorkflow { get; init; }

    /// <summary>Whether Elsa would run the step in a background job. This engine runs it in the burst.</summary>
    public bool RunAsynchronously { get; init; }

    /// <summary>How tokens that arrive here are merged in a Flowchart (<c>customProperties.mergeMode</c>).</summary>
    public MergeMode MergeMode { get; init; }

    /// <summary>The id of the step of the same flowchart that undoes this one when the instance is cancelled with compensation (<c>customProperties.undo</c>).</summary>
    public string? Undo => Text(CustomProperties, "undo");

    /// <summary>What people read: the designer's displayText, else the name, else the id.</summary>
    public string Label => Text(Metadata, "displayText") ?? (string.IsNullOrWhiteSpace(Name) ? Id : Name);

    /// <summary>The direct children: activities, branches, the cases' activities, then the single ports in order of name.</summary>
    public IEnumerable<ActivityNode> DirectChildren() =>
        Activities.Concat(Branches)
            .Concat(Cases.Where(c => c.Activity is not null).Select(c => c.Activity!))
            .Concat(Children.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value));

    /// <summary>This step and everything below it, a parent before its children.</summary>
    public IEnumerable<ActivityNode> DescendantsAndSelf()
    {
        var open = new Stack<ActivityNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.DirectChildren().Reverse()) open.Push(child);
        }
    }

    internal static readonly IReadOnlyDictionary<string, InputValue> NoInputs = new Dictionary<string, InputValue>(StringComparer.Ordinal);
    internal static readonly IReadOnlyDictionary<string, OutputValue> NoOutputs = new Dictionary<string, OutputValue>(StringComparer.Ordinal);
    internal static readonly IReadOnlyDictionary<string, ActivityNode> NoChildren = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);

    private static string? Text(IReadOnlyDictionary<string, JsonElement> properties, string name) =>
        properties.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()
            : null;
}
