using System.Collections.Frozen;
using System.Globalization;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>The type names Elsa knows, and whether a text converts to one of them. Nothing is loaded by name.</summary>
internal static class ElsaTypes
{
    private static readonly FrozenDictionary<string, Func<string, bool>> Known = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal)
    {
        ["String"] = _ => true,
        ["Object"] = text => !JsonInput.IsTreacherous(text),
        ["Stream"] = text => !JsonInput.IsTreacherous(text),
        ["Boolean"] = text => bool.TryParse(text, out _),
        ["Int16"] = text => short.TryParse(text, CultureInfo.InvariantCulture, out _),
        ["Int32"] = text => int.TryParse(text, CultureInfo.InvariantCulture, out _),
        ["Int64"] = text => long.TryParse(text, CultureInfo.InvariantCulture, out _),
        ["Long"] = text => long.TryParse(text, CultureInfo.InvariantCulture, out _),
        ["Single"] = IsDecimal,
        ["Double"] = IsDecimal,
        ["Decimal"] = IsDecimal,
        ["Guid"] = text => Guid.TryParse(text, out _),
        ["DateTime"] = IsInstant,
        ["DateTimeOffset"] = IsInstant,
        ["TimeSpan"] = IsDuration,
        ["ByteArray"] = text => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        ["JSON"] = JsonInput.IsJson,
        ["JsonElement"] = JsonInput.IsJson,
        ["JsonNode"] = JsonInput.IsJson,
        ["JsonObject"] = JsonInput.IsJson,
        ["StringDictionary"] = JsonInput.IsJson,
        ["ObjectDictionary"] = JsonInput.IsJson,
        ["StringMap"] = JsonInput.IsJson,
        ["ObjectMap"] = JsonInput.IsJson,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the name is an alias, a nullable, array or list of one, or a type of .NET's base library.</summary>
    public static bool Exists(string typeName) => Known.ContainsKey(Element(typeName)) || typeName.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Whether the text converts to the type; unknown types are not judged.</summary>
    public static bool Converts(string text, string typeName, bool isArray)
    {
        if (isArray || IsList(typeName)) return JsonInput.IsJson(text);
        return Known.TryGetValue(Element(Short(typeName)), out var converts) ? converts(text) : !JsonInput.IsTreacherous(text);
    }

    public static bool IsDuration(string text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _);

    public static bool IsInstant(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    // Numbers are decimals here; what a decimal can't hold is no amount anybody means.
    private static bool IsDecimal(string text) => decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    private static bool IsList(string typeName) => typeName.EndsWith("[]", StringComparison.Ordinal) || typeName.StartsWith("List<", StringComparison.Ordinal);

    private static string Element(string typeName)
    {
        if (typeName.StartsWith("List<", StringComparison.Ordinal) && typeName.EndsWith('>')) return typeName[5..^1];
        return typeName.EndsWith("[]", StringComparison.Ordinal) ? typeName[..^2] : typeName.TrimEnd('?');
    }

    private static string Short(string typeName)
    {
        if (!typeName.StartsWith("System.", StringComparison.Ordinal)) return typeName;
        var name = typeName["System.".Length..];
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? name : name[..comma];
    }
}
