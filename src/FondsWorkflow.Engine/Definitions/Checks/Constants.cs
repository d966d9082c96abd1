using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>What an input is known to be before anything runs.</summary>
internal static class Constants
{
    /// <summary>The value of a Literal, or the parsed JSON of an Object; null for what only running shows or what does not parse.</summary>
    public static JsonElement? Of(InputValue input)
    {
        if (input.ExpressionType == "Literal") return input.Value;
        if (input.ExpressionType != "Object" || input.Value.ValueKind != JsonValueKind.String) return null;
        var text = input.Value.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? default(JsonElement) : Parse(text);
    }

    /// <summary>Whether the input is known to hold nothing.</summary>
    public static bool IsEmpty(InputValue input) => Of(input) is { } value
        && (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())));

    /// <summary>A scalar as text; null for lists and objects.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
