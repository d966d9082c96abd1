using System.Text.Json;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Banking;

/// <summary>Writes an amount as the number of its cents, which every JSON reader keeps exact.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var cents)
            ? Money.FromCents(cents)
            : throw new JsonException("An amount is a whole number of cents.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
