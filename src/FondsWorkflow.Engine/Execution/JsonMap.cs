using System.Globalization;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Reads the members of a JSON object that was read as a value.</summary>
internal readonly struct JsonMap(Dictionary<string, object?> map)
{
    public bool Has(string name) => map.ContainsKey(name);

    public object? Any(string name) => map.GetValueOrDefault(name);

    public string? Text(string name) => (string?)map.GetValueOrDefault(name);

    public string Need(string name) => (string)map[name]!;

    public int Int(string name) => map.TryGetValue(name, out var value) ? (int)(long)value! : 0;

    public bool Flag(string name) => map.TryGetValue(name, out var value) && (bool)value!;

    public Guid Id(string name) => Guid.Parse(Need(name));

    public Guid? MaybeId(string name) => Text(name) is { } text ? Guid.Parse(text) : null;

    public DateTimeOffset Time(string name) => Parse(Need(name));

    public DateTimeOffset? MaybeTime(string name) => Text(name) is { } text ? Parse(text) : null;

    public Dictionary<string, object?>? Map(string name) => (Dictionary<string, object?>?)map.GetValueOrDefault(name);

    public string[] Texts(string name) => Array.ConvertAll((object?[])map[name]!, t => (string)t!);

    public IEnumerable<JsonMap> List(string name) =>
        map.GetValueOrDefault(name) is object?[] items ? items.Select(i => new JsonMap((Dictionary<string, object?>)i!)) : [];

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
