using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>The properties of one JSON object, found whatever their case, each taken once; what is left is unknown.</summary>
internal sealed class JsonProperties
{
    private readonly Dictionary<string, JsonProperty> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly ProblemList _problems;

    private JsonProperties(string path, ProblemList problems)
    {
        Path = path;
        _problems = problems;
    }

    public string Path { get; }

    /// <summary>Null, and a problem, when the element is no object.</summary>
    public static JsonProperties? Of(JsonElement element, string path, ProblemList problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(ProblemKinds.WrongShape, path, Describe(element.ValueKind), "an object");
            return null;
        }

        var properties = new JsonProperties(path, problems);
        foreach (var property in element.EnumerateObject())
        {
            if (!properties._left.TryAdd(property.Name, property)) problems.Add(ProblemKinds.DuplicateProperty, JsonPath.Property(path, property.Name), property.Name);
        }

        return properties;
    }

    public string PathOf(string name) => JsonPath.Property(Path, _left.TryGetValue(name, out var property) ? property.Name : name);

    public bool Has(string name) => _left.ContainsKey(name);

    /// <summary>Takes a property; null is the same as absent.</summary>
    public JsonElement? Take(string name) =>
        _left.Remove(name, out var property) && property.Value.ValueKind != JsonValueKind.Null ? property.Value : null;

    public string? Text(string name) => Typed(name, "a text", e => e.ValueKind == JsonValueKind.String, e => e.GetString());

    /// <summary>A scalar as text, as Elsa converts it.</summary>
    public string? Scalar(string name) => Typed(
        name,
        "a text, number or truth value",
        e => e.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False,
        e => e.ValueKind == JsonValueKind.String ? e.GetString() : e.GetRawText());

    public string RequiredText(string name)
    {
        var path = PathOf(name);
        var isThere = _left.TryGetValue(name, out var property) && property.Value.ValueKind != JsonValueKind.Null;
        var text = Text(name);
        if (!isThere || (text is not null && string.IsNullOrWhiteSpace(text))) _problems.Add(ProblemKinds.MissingProperty, isThere ? path : Path, name);
        return text ?? "";
    }

    public bool? Truth(string name) => TypedValue(name, "true or false", e => e.ValueKind is JsonValueKind.True or JsonValueKind.False, e => e.GetBoolean());

    public int? Version(string name)
    {
        var path = PathOf(name);
        var element = Take(name);
        if (element is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1) return number;
        _problems.Add(ProblemKinds.BadVersion, path);
        return null;
    }

    /// <summary>The items of an array with their paths; empty when absent.</summary>
    public IEnumerable<(JsonElement Item, string Path)> Items(string name)
    {
        var path = PathOf(name);
        var list = Typed(name, "a list", e => e.ValueKind == JsonValueKind.Array, e => e.EnumerateArray().ToList());
        return list is null ? [] : list.Select((item, i) => (item, JsonPath.Index(path, i)));
    }

    /// <summary>The properties of an object as written, names told apart by case; empty when absent.</summary>
    public IReadOnlyDictionary<string, JsonElement> Free(string name)
    {
        var path = PathOf(name);
        if (Take(name) is not { } value) return WorkflowDefinition.NoProperties;
        if (value.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(ProblemKinds.WrongShape, path, Describe(value.ValueKind), "an object");
            return WorkflowDefinition.NoProperties;
        }

        var free = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!free.TryAdd(property.Name, property.Value)) _problems.Add(ProblemKinds.DuplicateProperty, JsonPath.Property(path, property.Name), property.Name);
        }

        return free;
    }

    /// <summary>Names and values of what was not taken yet, in the file's order.</summary>
    public IReadOnlyList<JsonProperty> Left() => [.. _left.Values];

    /// <summary>Takes all that is left.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest()
    {
        if (_left.Count == 0) return WorkflowDefinition.NoProperties;
        var rest = _left.Values.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        _left.Clear();
        return rest;
    }

    public static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };

    private T? Typed<T>(string name, string expected, Func<JsonElement, bool> fits, Func<JsonElement, T?> read) where T : class
    {
        var path = PathOf(name);
        if (Take(name) is not { } value) return null;
        if (fits(value)) return read(value);
        _problems.Add(ProblemKinds.WrongShape, path, Describe(value.ValueKind), expected);
        return null;
    }

    private T? TypedValue<T>(string name, string expected, Func<JsonElement, bool> fits, Func<JsonElement, T> read) where T : struct
    {
        var path = PathOf(name);
        if (Take(name) is not { } value) return null;
        if (fits(value)) return read(value);
        _problems.Add(ProblemKinds.WrongShape, path, Describe(value.ValueKind), expected);
        return null;
    }
}
