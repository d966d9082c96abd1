using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>
/// The values a workflow works with: null, bool, long, double, decimal, string, <c>object?[]</c> and <c>Dictionary&lt;string, object?&gt;</c>.
/// They are never changed once made, and writing what was read gives the same bytes.
/// </summary>
public static class Value
{
    /// <summary>Turns a .NET object into a value. Dates become ISO 8601 text, enums their name, other objects what System.Text.Json makes of them.</summary>
    public static object? From(object? value) => value switch
    {
        null or bool or string or long or object?[] => value is object?[] array ? FromArray(array) : value,
        int number => (long)number,
        double number => FromDouble(number),
        decimal number => number,
        float number => FromDouble(number),
        short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => number <= long.MaxValue ? (long)number : (decimal)number,
        char letter => letter.ToString(),
        Guid id => id.ToString(),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        Uri uri => uri.ToString(),
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonElement element => FromElement(element),
        JsonNode node => FromElement(JsonSerializer.SerializeToElement(node)),
        IReadOnlyDictionary<string, object?> map => FromPairs(map),
        IDictionary<string, object?> map => FromPairs(map),
        IDictionary map => FromDictionary(map),
        IEnumerable list => FromArray(list.Cast<object?>()),
        _ => FromElement(JsonSerializer.SerializeToElement(value, ValueConverter.PlainOptions)),
    };

    /// <summary>Reads a value from a parsed JSON element.</summary>
    public static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => FromNumber(element.GetRawText()),
        JsonValueKind.Array => FromElements(element),
        JsonValueKind.Object => FromObject(element),
        _ => null,
    };

    /// <summary>Reads a value from JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static object? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    /// <summary>The value as compact JSON.</summary>
    public static string ToJson(object? value) => JsonText.Of(value, Write);

    /// <summary>Writes the value.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case string text: writer.WriteStringValue(text); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case object?[] array: WriteArray(writer, array); break;
            case Dictionary<string, object?> map: WriteMap(writer, map); break;
            default: Write(writer, From(value)); break;
        }
    }

    /// <summary>Reads the value the reader stands on.</summary>
    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? number : FromNumber(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.StartObject => ReadMap(ref reader),
        _ => null,
    };

    /// <summary>Whether two values are the same, numbers compared by what they are worth.</summary>
    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        (long a, long b) => a == b,
        (object?[] a, object?[] b) => a.Length == b.Length && a.Zip(b).All(p => Same(p.First, p.Second)),
        (Dictionary<string, object?> a, Dictionary<string, object?> b) =>
            a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var other) && Same(p.Value, other)),
        _ when IsNumber(left) && IsNumber(right) =>
            Convert.ToDouble(left, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(right, CultureInfo.InvariantCulture)),
        _ => false,
    };

    internal static bool IsNumber(object? value) => value is long or double or decimal;

    /// <summary>A whole number within 2^53 becomes a long; NaN and infinity become null, as in JSON.</summary>
    internal static object? FromDouble(double number)
    {
        if (!double.IsFinite(number)) return null;
        return number == Math.Truncate(number) && Math.Abs(number) <= 9007199254740992d ? (object)(long)number : number;
    }

    private static object? FromNumber(string text)
    {
        if (text.AsSpan().ContainsAny('e', 'E')) return double.Parse(text, CultureInfo.InvariantCulture);
        if (!text.Contains('.', StringComparison.Ordinal) && long.TryParse(text, CultureInfo.InvariantCulture, out var whole)) return whole;
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal)
            ? number
            : double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static object?[] FromArray(IEnumerable<object?> items) => items.Select(From).ToArray();

    private static object?[] FromElements(JsonElement element)
    {
        var array = new object?[element.GetArrayLength()];
        for (var i = 0; i < array.Length; i++) array[i] = FromElement(element[i]);
        return array;
    }

    private static Dictionary<string, object?> FromObject(JsonElement element)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject()) map[property.Name] = FromElement(property.Value);
        return map;
    }

    private static Dictionary<string, object?> FromPairs(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs) map[key] = From(value);
        return map;
    }

    private static Dictionary<string, object?> FromDictionary(IDictionary source)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in source) map[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = From(entry.Value);
        return map;
    }

    private static void WriteArray(Utf8JsonWriter writer, object?[] array)
    {
        writer.WriteStartArray();
        foreach (var item in array) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, Dictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, item);
        }

        writer.WriteEndObject();
    }

    private static object?[] ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
        return items.ToArray();
    }

    private static Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = Read(ref reader);
        }

        return map;
    }
}
