using System.Collections.Frozen;
using System.Globalization;
using System.Reflection.Metadata;
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

    /// <summary>.NET's names of types that are no alias with <c>System.</c> before it.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["System.Byte[]"] = "ByteArray",
        ["System.IO.Stream"] = "Stream",
        ["System.Dynamic.ExpandoObject"] = "JSON",
        ["System.Text.Json.JsonElement"] = "JsonElement",
        ["System.Text.Json.Nodes.JsonNode"] = "JsonNode",
        ["System.Text.Json.Nodes.JsonObject"] = "JsonObject",
        ["System.Text.Json.Nodes.JsonArray"] = "JsonNode",
        ["System.DateOnly"] = "DateTime",
        ["System.TimeOnly"] = "TimeSpan",
        ["System.Byte"] = "Int16",
        ["System.Uri"] = "Object",
        ["System.Collections.Generic.Dictionary`2"] = "ObjectDictionary",
        ["System.Collections.Generic.IDictionary`2"] = "ObjectDictionary",
        ["System.Collections.Generic.List`1"] = "List<>",
        ["System.Collections.Generic.IList`1"] = "List<>",
        ["System.Collections.Generic.ICollection`1"] = "List<>",
        ["System.Collections.Generic.IEnumerable`1"] = "List<>",
        ["System.Nullable`1"] = "?",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the name is an alias, a nullable, array, list or dictionary of one, or .NET's name of such a type.</summary>
    public static bool Exists(string typeName) => Known.ContainsKey(Element(Alias(typeName)));

    /// <summary>The alias of a type that the file names as .NET does (<c>System.Int32, System.Private.CoreLib</c>); another name stays what it is.</summary>
    public static string Alias(string typeName) =>
        typeName.StartsWith("System.", StringComparison.Ordinal) && TypeName.TryParse(typeName, out var parsed) ? Alias(parsed) ?? typeName : typeName;

    private static string? Alias(TypeName type)
    {
        if (Aliases.TryGetValue(type.FullName, out var whole)) return whole;
        if (type.IsSZArray) return Alias(type.GetElementType()) is { } element ? $"{element}[]" : null;
        if (!type.IsConstructedGenericType) return type.FullName.StartsWith("System.", StringComparison.Ordinal) && Known.ContainsKey(type.FullName[7..]) ? type.FullName[7..] : null;
        if (!Aliases.TryGetValue(type.GetGenericTypeDefinition().FullName, out var generic)) return null;
        var arguments = type.GetGenericArguments().Select(Alias).ToArray();
        if (Array.Exists(arguments, a => a is null)) return null;
        return generic switch
        {
            "List<>" => $"List<{arguments[0]}>",
            "?" => $"{arguments[0]}?",
            _ => generic,
        };
    }

    /// <summary>Whether the text converts to the type; unknown types are not judged.</summary>
    public static bool Converts(string text, string typeName, bool isArray)
    {
        var alias = Alias(typeName);
        if (isArray || IsList(alias)) return JsonInput.IsJson(text);
        return Known.TryGetValue(Element(alias), out var converts) ? converts(text) : !JsonInput.IsTreacherous(text);
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
}
