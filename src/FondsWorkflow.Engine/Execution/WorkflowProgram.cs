using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>A definition compiled for running. Made once for each definition object.</summary>
internal sealed class WorkflowProgram
{
    private readonly Dictionary<string, Node> _byId = new(StringComparer.Ordinal);
    private readonly List<Node> _nodes = [];
    private readonly ActivityRegistry _registry;
    private readonly ScriptLimits _limits;
    private readonly RetryPolicy _retry;

    public WorkflowProgram(WorkflowDefinition definition, ActivityRegistry registry, ScriptLimits limits)
    {
        Definition = definition;
        _registry = registry;
        _limits = limits;
        _retry = RetryPolicy.Read(definition.CustomProperties) ?? RetryPolicy.None;
        Variables = VariableDefaults.Read(definition.Variables);
        VariableNames = Array.ConvertAll(Variables, v => v.Name);
        InputNames = definition.Inputs.Select(i => i.Name).ToArray();
        OutputNames = definition.Outputs.Select(o => o.Name).ToArray();
        Root = Compile(definition.Root, null);
        StepNames = ReadNames();
    }

    public WorkflowDefinition Definition { get; }

    public Node Root { get; }

    public Variable[] Variables { get; }

    public string[] VariableNames { get; }

    public string[] InputNames { get; }

    public string[] OutputNames { get; }

    public Dictionary<string, string> StepNames { get; }

    public bool HasInnerVariables { get; private set; }

    public Node this[string id] => _byId.TryGetValue(id, out var node)
        ? node
        : throw new WorkflowException($"The definition {Definition.Id} has no step {id}.");

    public bool Contains(string id) => _byId.ContainsKey(id);

    private Node Compile(ActivityNode definition, Node? parent)
    {
        var type = _registry.Find(definition.Type, definition.Version)
            ?? throw new WorkflowException($"The step {definition.Id} has the unknown type {definition.Type}.");
        var node = new Node
        {
            Index = _nodes.Count,
            Definition = definition,
            Type = type,
            Parent = parent,
            Retry = RetryPolicy.Read(definition.CustomProperties) ?? _retry,
            Outcomes = type.Descriptor.OutcomesOf(definition),
            Variables = VariableDefaults.Read(definition.Variables),
        };
        HasInnerVariables |= node.Variables.Length > 0;
        _nodes.Add(node);
        if (!_byId.TryAdd(node.Id, node)) throw new WorkflowException($"The step id {node.Id} occurs twice.");
        CompileChildren(node);
        type.Bind(node, Inputs(node));
        if (type.Descriptor.HasConnections) node.Flow = new FlowchartPlan(node);
        return node;
    }

    private void CompileChildren(Node node)
    {
        var definition = node.Definition;
        node.Activities = definition.Activities.Select(a => Compile(a, node)).ToArray();
        for (var i = 0; i < node.Activities.Length; i++) node.Activities[i].Position = i;
        foreach (var activity in node.Activities)
        {
            if (node.Type.Descriptor.HasConnections && activity.Definition.Undo is { } undo) activity.UndoneBy = Array.Find(node.Activities, a => string.Equals(a.Id, undo, StringComparison.Ordinal));
        }

        node.Branches = definition.Branches.Select(a => Compile(a, node)).ToArray();
        node.Cases = definition.Cases
            .Select(c => (c.Label, CompileExpression(node, c.Condition), c.Activity is null ? null : Compile(c.Activity, node)))
            .ToArray();
        node.Children = definition.Children.OrderBy(c => c.Key, StringComparer.Ordinal)
            .ToDictionary(c => c.Key, c => Compile(c.Value, node), StringComparer.Ordinal);
    }

    private Dictionary<string, Expression> Inputs(Node node)
    {
        var inputs = new Dictionary<string, Expression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, input) in node.Definition.Inputs) inputs[name] = CompileExpression(node, input);
        foreach (var (name, plain) in node.Definition.Properties) inputs.TryAdd(name, new LiteralExpression(Value.FromElement(plain)));
        return inputs;
    }

    private Expression CompileExpression(Node node, InputValue input)
    {
        try
        {
            return Expression.Compile(input, _limits);
        }
        catch (ExpressionException e)
        {
            throw new WorkflowException($"The step {node.Id}: {e.Message}", e);
        }
    }

    private Dictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in _nodes) names.TryAdd(node.Id, node.Id);
        foreach (var node in _nodes)
        {
            if (!string.IsNullOrEmpty(node.Definition.Name)) names.TryAdd(node.Definition.Name, node.Id);
        }

        return names;
    }
}
