using System.Text.Json;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Writing;

/// <summary>Writes steps; node ids are computed from the ids on the way.</summary>
internal static class ActivityWriter
{
    public static void Write(Utf8JsonWriter writer, ActivityNode node, string parent)
    {
        var nodeId = $"{parent}:{node.Id}";
        writer.WriteStartObject();
        writer.WriteString("id", node.Id);
        writer.WriteString("nodeId", nodeId);
        writer.Text("name", node.Name);
        writer.WriteString("type", node.Type);
        writer.WriteNumber("version", node.Version);
        writer.Object("customProperties", Custom(node));
        writer.Object("metadata", node.Metadata);
        foreach (var part in Parts(node, nodeId).OrderBy(p => p.Name, StringComparer.Ordinal)) part.Write(writer, part.Name);
        if (node.Variables.Count > 0) writer.List("variables", node.Variables, EnvelopeWriter.Variable);
        Steps(writer, "activities", node.Activities, nodeId);
        Steps(writer, "branches", node.Branches, nodeId);
        if (node.Connections.Count > 0) writer.List("connections", node.Connections, Connection);
        writer.WriteEndObject();
    }

    /// <summary>The custom properties as written, with what was set in code instead of in a file.</summary>
    private static IReadOnlyDictionary<string, JsonElement> Custom(ActivityNode node)
    {
        var custom = node.CustomProperties;
        if (!ActivityReader.TryMergeMode(node.CustomProperties, out var mode) || mode != node.MergeMode) custom = With(custom, "mergeMode", node.MergeMode.ToString());
        if (Says(node, "canStartWorkflow") != node.CanStartWorkflow) custom = With(custom, "canStartWorkflow", node.CanStartWorkflow);
        if (Says(node, "runAsynchronously") != node.RunAsynchronously) custom = With(custom, "runAsynchronously", node.RunAsynchronously);
        return custom;
    }

    private static bool Says(ActivityNode node, string flag) => ActivityReader.Says(node.CustomProperties, node.Properties, flag);

    private static Dictionary<string, JsonElement> With<T>(IReadOnlyDictionary<string, JsonElement> properties, string name, T value) =>
        new(properties, StringComparer.Ordinal) { [name] = JsonSerializer.SerializeToElement(value) };

    private static IEnumerable<(string Name, Action<Utf8JsonWriter, string> Write)> Parts(ActivityNode node, string nodeId)
    {
        foreach (var (name, input) in node.Inputs) yield return (name, (w, n) => Input(w, n, input));
        foreach (var (name, output) in node.Outputs) yield return (name, (w, n) => Output(w, n, output));
        foreach (var (name, value) in node.Properties) yield return (name, (w, n) => w.Value(n, value));
        foreach (var (name, child) in node.Children) yield return (name, (w, n) => Child(w, n, child, nodeId));
        if (node.Cases.Count > 0) yield return ("cases", (w, n) => w.List(n, node.Cases, (x, c) => Case(x, c, nodeId)));
    }

    private static void Steps(Utf8JsonWriter writer, string name, IReadOnlyList<ActivityNode> steps, string nodeId)
    {
        if (steps.Count > 0) writer.List(name, steps, (w, step) => Write(w, step, nodeId));
    }

    private static void Child(Utf8JsonWriter writer, string name, ActivityNode child, string nodeId)
    {
        writer.WritePropertyName(name);
        Write(writer, child, nodeId);
    }

    private static void Input(Utf8JsonWriter writer, string name, InputValue input)
    {
        writer.WriteStartObject(name);
        writer.WriteString("typeName", input.TypeName ?? "");
        Expression(writer, "expression", input);
        writer.Free(input.Unknown);
        writer.WriteEndObject();
    }

    private static void Expression(Utf8JsonWriter writer, string name, InputValue input)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", input.ExpressionType);
        writer.Value("value", input.Value);
        writer.Free(input.UnknownOfExpression);
        writer.WriteEndObject();
    }

    private static void Output(Utf8JsonWriter writer, string name, OutputValue output)
    {
        writer.WriteStartObject(name);
        writer.WriteString("typeName", output.TypeName ?? "Object");
        writer.WriteStartObject("memoryReference");
        writer.WriteString("id", output.VariableId);
        writer.WriteEndObject();
        writer.Free(output.Unknown);
        writer.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter writer, SwitchCase item, string nodeId)
    {
        writer.WriteStartObject();
        writer.WriteString("label", item.Label);
        Expression(writer, "condition", item.Condition);
        if (item.Activity is not null) Child(writer, "activity", item.Activity, nodeId);
        writer.Free(item.Unknown);
        writer.WriteEndObject();
    }

    private static void Connection(Utf8JsonWriter writer, Connection connection)
    {
        writer.WriteStartObject();
        End(writer, "source", connection.Source, connection.Port, connection.UnknownOfSource);
        End(writer, "target", connection.Target, connection.TargetPort, connection.UnknownOfTarget);
        if (connection.Vertices is { Count: > 0 } vertices) writer.List("vertices", vertices, (w, v) => v.WriteTo(w));
        writer.Free(connection.Unknown);
        writer.WriteEndObject();
    }

    private static void End(Utf8JsonWriter writer, string name, string step, string? port, IReadOnlyDictionary<string, JsonElement> unknown)
    {
        writer.WriteStartObject(name);
        writer.WriteString("activity", step);
        writer.Text("port", port);
        writer.Free(unknown);
        writer.WriteEndObject();
    }
}
