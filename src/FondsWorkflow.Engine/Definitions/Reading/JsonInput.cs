using System.Text;
using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Turns text into JSON that can be read without surprises: bounded, and every string a valid one.</summary>
internal static class JsonInput
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DefinitionLimits.JsonDepth };

    /// <summary>The root element, or null when the text is not usable; <paramref name="problem"/> then says why.</summary>
    public static JsonElement? Parse(byte[] json, out (ProblemKind Kind, int Line, string Text)? problem)
    {
        problem = null;
        try
        {
            if (FindBroken(json) is var (kind, line))
            {
                problem = (kind, line, kind.Sentence());
                return null;
            }

            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            problem = (ProblemKinds.NotJson, (int)(e.LineNumber ?? 0) + 1, ProblemKinds.NotJson.Sentence(e.Message));
            return null;
        }
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text);

    /// <summary>Whether the text is JSON that can be read without surprises.</summary>
    public static bool IsJson(string text) => Parse(Bytes(text), out _) is not null;

    /// <summary>Whether the text is JSON that would surprise whoever reads it: half surrogate pairs, infinite numbers.</summary>
    public static bool IsTreacherous(string text) => Parse(Bytes(text), out var problem) is null && problem!.Value.Kind != ProblemKinds.NotJson;

    private static (ProblemKind Kind, int Line)? FindBroken(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DefinitionLimits.JsonDepth });
        while (reader.Read())
        {
            var kind = reader.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped && !IsValid(ref reader) => ProblemKinds.InvalidText,
                JsonTokenType.Number when !reader.TryGetDouble(out var number) || !double.IsFinite(number) => ProblemKinds.NumberTooLarge,
                _ => null,
            };
            if (kind is not null) return (kind, json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
        }

        return null;
    }

    private static bool IsValid(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
