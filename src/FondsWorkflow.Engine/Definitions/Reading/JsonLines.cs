using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>The line of every JSON path of a text that is known to be valid JSON.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public static JsonLines Of(ReadOnlySpan<byte> json)
    {
        var lines = new JsonLines();
        try
        {
            lines.Walk(json);
        }
        catch (JsonException)
        {
            // What stands before the broken place is mapped; the reader has already reported the place itself.
            return lines;
        }

        return lines;
    }

    /// <summary>The line of the path, or of the nearest thing around it.</summary>
    public int LineOf(string path)
    {
        for (string? at = path; at is not null; at = JsonPath.Parent(at))
        {
            if (_lines.TryGetValue(at, out var line)) return line;
        }

        return 1;
    }

    private void Walk(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DefinitionLimits.JsonDepth });
        var frames = new Stack<(string Path, int Index)>();
        var (line, counted, next) = (1, 0, "$");
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += json[counted..start].Count((byte)'\n');
            counted = start;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                frames.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                next = JsonPath.Property(frames.Peek().Path, reader.GetString()!);
                _lines.TryAdd(next, line);
                continue;
            }

            var path = next;
            if (frames.TryPeek(out var frame) && frame.Index >= 0)
            {
                frames.Pop();
                frames.Push((frame.Path, frame.Index + 1));
                path = JsonPath.Index(frame.Path, frame.Index);
            }

            _lines.TryAdd(path, line);
            if (reader.TokenType is JsonTokenType.StartObject) frames.Push((path, -1));
            else if (reader.TokenType is JsonTokenType.StartArray) frames.Push((path, 0));
        }
    }
}
