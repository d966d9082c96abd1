using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Reads wrapped inputs, outputs and expressions.</summary>
internal static class ValueReader
{
    /// <summary>Null when the input is not set, or when a problem was reported.</summary>
    public static InputValue? Input(JsonElement value, string typeName, string path, ReadContext context) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => Wrapped(value, path, context),
        JsonValueKind.Array => context.At(path, new InputValue("Object", TextElement(value.GetRawText()), typeName)),
        _ => context.At(path, new InputValue("Literal", value, typeName)),
    };

    /// <summary>Null when the output is not bound to a variable.</summary>
    public static OutputValue? Output(JsonElement value, string nodeId, string path, ReadContext context)
    {
        if (value.ValueKind == JsonValueKind.Null || JsonProperties.Of(value, path, context.Problems) is not { } file) return null;
        var typeName = file.Text("typeName");
        var at = file.PathOf("memoryReference");
        if (file.Take("memoryReference") is not { } reference || JsonProperties.Of(reference, at, context.Problems) is not { } target) return null;
        var id = target.Text("id");
        var own = $"{nodeId[(nodeId.LastIndexOf(':') + 1)..]}:output-";
        return string.IsNullOrEmpty(id) || id.StartsWith(own, StringComparison.Ordinal) ? null : context.At(path, new OutputValue(id, typeName) { Unknown = file.Rest() });
    }

    /// <summary>Reads <c>{ type, value }</c>; a type that is null means Literal, as in Elsa.</summary>
    public static InputValue? Expression(JsonElement value, string? typeName, string path, ReadContext context)
    {
        if (JsonProperties.Of(value, path, context.Problems) is not { } file) return null;
        var isNull = file.Has("type");
        var type = file.Text("type");
        if (type is null && !isNull)
        {
            context.Problems.Add(ProblemKinds.MissingProperty, path, "type");
            return null;
        }

        return context.At(path, Canonical(type ?? "Literal", file.Take("value"), typeName) with { UnknownOfExpression = file.Rest() });
    }

    private static InputValue? Wrapped(JsonElement value, string path, ReadContext context)
    {
        if (JsonProperties.Of(value, path, context.Problems) is not { } file) return null;
        var hasTypeName = file.Has("typeName");
        var typeName = file.Scalar("typeName");
        if (!hasTypeName) context.Problems.Add(ProblemKinds.MissingTypeName, path);
        var at = file.PathOf("expression");
        if (file.Take("expression") is not { } expression || Expression(expression, typeName ?? "", at, context) is not { } read) return null;
        file.Take("memoryReference");
        return context.At(at, read with { Unknown = file.Rest() });
    }

    private static InputValue Canonical(string type, JsonElement? value, string? typeName)
    {
        if (type == "Json") type = "Object";
        var isRaw = type == "Object" && value is { ValueKind: not JsonValueKind.String };
        return new InputValue(type, isRaw ? TextElement(value!.Value.GetRawText()) : value ?? default, typeName);
    }

    internal static JsonElement TextElement(string text) => JsonSerializer.SerializeToElement(text);
}
