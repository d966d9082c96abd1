using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads connections in every form Elsa reads: nested, flat, with <c>sourcePort</c>, wrapped in <c>$values</c>, or a single object.</summary>
internal static class ConnectionReader
{
    public static List<Connection> Read(JsonProperties owner, ReadContext context)
    {
        var path = owner.PathOf("connections");
        var connections = new List<Connection>();
        foreach (var (item, at) in Items(owner.Take("connections"), path, context))
        {
            if (++context.Connections > DefinitionLimits.Connections)
            {
                context.Problems.Add(ProblemKinds.TooManyConnections, "$", DefinitionLimits.Connections);
                break;
            }

            if (JsonProperties.Of(item, at, context.Problems) is { } file && One(file, context) is { } connection) connections.Add(context.At(at, connection));
        }

        return connections;
    }

    private static IEnumerable<(JsonElement Item, string Path)> Items(JsonElement? element, string path, ReadContext context)
    {
        if (element is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$values", out var values)) (value, path) = (values, JsonPath.Property(path, "$values"));
        if (value.ValueKind == JsonValueKind.Object) return [(value, path)];
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((item, i) => (item, JsonPath.Index(path, i)));
        context.Problems.Add(ProblemKinds.WrongShape, path, JsonProperties.Describe(value.ValueKind), "a list");
        return [];
    }

    private static Connection? One(JsonProperties file, ReadContext context)
    {
        var (source, port, ofSource) = End(file, "source", context);
        var (target, targetPort, ofTarget) = End(file, "target", context);
        port ??= file.Text("sourcePort");
        targetPort ??= file.Text("targetPort");
        var vertices = file.Items("vertices").Select(v => v.Item).ToList();
        return source is null || target is null
            ? null
            : new Connection(source, port, target, targetPort, vertices) { Unknown = file.Rest(), UnknownOfSource = ofSource, UnknownOfTarget = ofTarget };
    }

    private static (string? Step, string? Port, IReadOnlyDictionary<string, JsonElement> Unknown) End(JsonProperties file, string name, ReadContext context)
    {
        var path = file.PathOf(name);
        if (file.Take(name) is not { } end)
        {
            context.Problems.Add(ProblemKinds.MissingProperty, file.Path, name);
            return (null, null, WorkflowDefinition.NoProperties);
        }

        if (end.ValueKind == JsonValueKind.String) return (end.GetString(), null, WorkflowDefinition.NoProperties);
        if (JsonProperties.Of(end, path, context.Problems) is not { } properties) return (null, null, WorkflowDefinition.NoProperties);
        var port = properties.Text("port");
        var step = properties.RequiredText("activity");
        return (step.Length == 0 ? null : step, port, properties.Rest());
    }
}
