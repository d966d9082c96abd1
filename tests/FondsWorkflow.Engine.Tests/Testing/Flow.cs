using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Tests.Testing;

/// <summary>Builds small definitions in code.</summary>
internal sealed class Flow
{
    private readonly List<ActivityNode> _steps = [];
    private readonly List<Connection> _connections = [];
    private readonly List<VariableDefinition> _variables = [];
    private readonly List<InputDefinition> _inputs = [];
    private readonly Dictionary<string, JsonElement> _custom = new(StringComparer.Ordinal);
    private string? _incidents;

    public static Flow Chart() => new();

    public static InputValue Js(string script) => new("JavaScript", JsonSerializer.SerializeToElement(script), "Object");

    public static InputValue Liquid(string text) => new("Liquid", JsonSerializer.SerializeToElement(text), "String");

    public static InputValue Literal(object? value) => value is InputValue input
        ? input
        : value is string or null or bool or int or long or double or decimal or TimeSpan or DateTimeOffset
            ? new("Literal", JsonSerializer.SerializeToElement(value), "Object")
            : new("Object", JsonSerializer.SerializeToElement(JsonSerializer.Serialize(value)), "Object");

    public static ActivityNode Node(string id, string type, params (string Name, object? Value)[] inputs) => new()
    {
        Id = id,
        NodeId = id,
        Type = type.Contains('.', StringComparison.Ordinal) ? type : "Elsa." + type,
        Inputs = inputs.ToDictionary(i => i.Name, i => Literal(i.Value), StringComparer.Ordinal),
    };

    public static ActivityNode Line(string id, string? text = null) => Node(id, "WriteLine", ("text", text ?? id));

    public static ActivityNode Wait(string id) => Node(id, "Event", ("eventName", id));

    public static ActivityNode Set(string id, string variable, object? value) => Node(id, "SetVariable", ("value", value)) with
    {
        Properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["variable"] = JsonSerializer.SerializeToElement(new { id = variable, name = variable }) },
    };

    public static ActivityNode Switch(string id, params (string Label, string Script)[] cases) => Node(id, "FlowSwitch") with { Cases = CaseList(cases) };

    public static IReadOnlyList<SwitchCase> CaseList(params (string Label, string Script)[] cases) =>
        cases.Select(c => new SwitchCase(c.Label, Js(c.Script), null, new Dictionary<string, JsonElement>(StringComparer.Ordinal))).ToList();

    public static ActivityNode SequenceOf(string id, params ActivityNode[] steps) => Node(id, "Sequence") with { Activities = steps };

    public static ActivityNode Say(string id, string script) => Node(id, "WriteLine", ("text", Js(script)));

    public static VariableDefinition Var(string name, string type = "Object", string? value = null) =>
        new(name, name, type, IsArray: false, value, null, new Dictionary<string, JsonElement>(StringComparer.Ordinal));

    public static InputDefinition In(string name) => new(name, "Object", null, new Dictionary<string, JsonElement>(StringComparer.Ordinal));

    public Flow Add(params ActivityNode[] steps)
    {
        _steps.AddRange(steps);
        return this;
    }

    public Flow Variable(string name, string type = "Object", string? value = null)
    {
        _variables.Add(Var(name, type, value));
        return this;
    }

    public Flow Input(string name)
    {
        _inputs.Add(In(name));
        return this;
    }

    public Flow Custom(string name, object value)
    {
        _custom[name] = JsonSerializer.SerializeToElement(value);
        return this;
    }

    public Flow ContinueWithIncidents()
    {
        _incidents = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";
        return this;
    }

    /// <summary>Adds arrows: <c>"a -> b"</c>, <c>"a:True -> b -> c"</c>.</summary>
    public Flow Connect(params string[] chains)
    {
        foreach (var chain in chains)
        {
            var parts = chain.Split("->", StringSplitOptions.TrimEntries);
            for (var i = 0; i + 1 < parts.Length; i++)
            {
                var source = parts[i].Split(':');
                _connections.Add(new Connection(source[0], source.Length > 1 ? source[1] : "Done", parts[i + 1].Split(':')[0]));
            }
        }

        return this;
    }

    public ActivityNode Root(string id = "flow") => Node(id, "Flowchart") with { Activities = _steps, Connections = _connections };

    public WorkflowDefinition Build(string id = "test:1") => Of(Root()) with
    {
        Id = id,
        Variables = _variables,
        Inputs = _inputs,
        CustomProperties = _custom,
        Options = new WorkflowOptions { IncidentStrategyType = _incidents },
    };

    public WorkflowTest Test(FondsWorkflow.Engine.Activities.ActivityRegistry? registry = null) => new(Build(), registry);

    public static WorkflowDefinition Of(ActivityNode root, params VariableDefinition[] variables) =>
        new() { Id = "test:1", DefinitionId = "test", Root = root, Variables = variables };
}
