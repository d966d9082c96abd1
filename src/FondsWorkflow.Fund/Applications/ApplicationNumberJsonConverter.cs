using System.Text.Json;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Fund.Applications;

internal sealed class ApplicationNumberJsonConverter : JsonConverter<ApplicationNumber>
{
    public override ApplicationNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ApplicationNumber.TryParse(reader.GetString()) ?? throw new JsonException("No application number.");

    public override void Write(Utf8JsonWriter writer, ApplicationNumber value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());
}
