using System.Text.Json;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>Writes a value as its text and reads it back through its own checks.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"The text is no {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
