using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Writing;

/// <summary>Small words the writers share.</summary>
internal static class JsonWriting
{
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Value(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        if (value.ValueKind == JsonValueKind.Undefined) writer.WriteNullValue();
        else value.WriteTo(writer);
    }

    /// <summary>Writes free properties in the order they were read in.</summary>
    public static void Free(this Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement> properties)
    {
        foreach (var (name, value) in properties) writer.Value(name, value);
    }

    public static void Object(this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, JsonElement> properties)
    {
        writer.WriteStartObject(name);
        writer.Free(properties);
        writer.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
