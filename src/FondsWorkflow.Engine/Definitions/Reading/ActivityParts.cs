using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>The properties of one step, sorted into inputs, outputs, children and the rest.</summary>
internal sealed class ActivityParts(string nodeId, string path, int depth, ActivityDescriptor? descriptor, ReadContext context)
{
    private readonly Dictionary<string, InputValue> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutputValue> _outputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityNode> _children = new(StringComparer.Ordinal);

    public string NodeId => nodeId;

    public IReadOnlyDictionary<string, InputValue> Inputs => _inputs;

    public IReadOnlyDictionary<string, OutputValue> Outputs => _outputs;

    public IReadOnlyDictionary<string, JsonElement> Properties => _properties;

    public IReadOnlyDictionary<string, ActivityNode> Children => _children;

    public IReadOnlyList<SwitchCase> Cases { get; private set; } = [];

    public IReadOnlyList<ActivityNode> Activities { get; private set; } = [];

    public IReadOnlyList<ActivityNode> Branches { get; private set; } = [];

    public IReadOnlyList<Connection> Connections { get; private set; } = [];

    public IReadOnlyList<VariableDefinition> Variables { get; private set; } = [];

    public void Read(JsonProperties file)
    {
        if (Holds(file, "activities", descriptor?.HasActivities))
        {
            Activities = Steps(file, "activities");
            Variables = DeclarationReader.Variables(file, "variables", context);
        }

        if (Holds(file, "branches", descriptor?.HasBranches)) Branches = Steps(file, "branches");
        if (Holds(file, "connections", descriptor?.HasConnections)) Connections = ConnectionReader.Read(file, context);
        if (Holds(file, "cases", descriptor?.HasCases)) Cases = CaseReader.Read(file, nodeId, depth, context);
        foreach (var property in file.Left()) Sort(property);
    }

    private static bool Holds(JsonProperties file, string name, bool? known) => known ?? file.Has(name);

    private List<ActivityNode> Steps(JsonProperties file, string name)
    {
        var steps = new List<ActivityNode>();
        foreach (var (item, at) in file.Items(name))
        {
            if (ActivityReader.Read(item, at, nodeId, depth + 1, context) is { } step) steps.Add(step);
        }

        return steps;
    }

    private void Sort(JsonProperty property)
    {
        var at = JsonPath.Property(path, property.Name);
        if (descriptor is null) SortByShape(property, at);
        else SortByDescriptor(property, at, descriptor);
    }

    private void SortByDescriptor(JsonProperty property, string at, ActivityDescriptor type)
    {
        if (type.ChildPorts.FirstOrDefault(p => Same(p, property.Name)) is { } port) Child(port, property.Value, at);
        else if (type.Inputs.FirstOrDefault(i => Same(i.Name, property.Name)) is { } input) Input(input, property.Value, at);
        else if (type.Outputs.FirstOrDefault(o => Same(o.Name, property.Name)) is { } output) Output(output.Name, property.Value, at);
        else Keep(property, at, type);
    }

    private void SortByShape(JsonProperty property, string at)
    {
        var value = property.Value;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("expression", out _)) Input(new InputDescriptor(property.Name, "Object"), value, at);
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("memoryReference", out _)) Output(property.Name, value, at);
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String) Child(property.Name, value, at);
        else _properties[property.Name] = value;
    }

    private void Child(string port, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Null) return;
        if (ActivityReader.Read(value, at, nodeId, depth + 1, context) is { } child) _children[port] = child;
    }

    private void Input(InputDescriptor input, JsonElement value, string at)
    {
        if (!input.IsWrapped) _properties[input.Name] = value;
        else if (ValueReader.Input(value, input.TypeName, at, context) is { } read && !IsUnset(read, input.TypeName)) _inputs[input.Name] = read;
    }

    /// <summary>Elsa's designer writes an empty text into inputs that were left empty; for anything but a text that means the default.</summary>
    private static bool IsUnset(InputValue input, string typeName) =>
        input.ExpressionType == "Literal" && typeName is not ("String" or "Object")
        && (input.Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (input.Value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(input.Value.GetString())));

    private void Output(string name, JsonElement value, string at)
    {
        if (ValueReader.Output(value, nodeId, at, context) is { } read) _outputs[name] = read;
    }

    private void Keep(JsonProperty property, string at, ActivityDescriptor type)
    {
        _properties[property.Name] = property.Value;
        if (!ActivityReader.IsSilent(property.Name) && property.Value.ValueKind != JsonValueKind.Null)
            context.Problems.Add(ProblemKinds.UnknownProperty, at, property.Name, type.Type);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
