using System.Text;
using System.Text.Json;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Breaks a file in small ways: tokens lost, doubled, exchanged or replaced, or single characters spoilt. The same seed gives the same file.</summary>
internal sealed class Mutations
{
    private static readonly string[] Interesting =
    [
        "null", "true", "false", "0", "-1", "1e999", "2147483648", "1.5", "[]", "{}", "\"\"", "\"Done\"", "\"start\"", "\"Elsa.Flowchart\"", "\"Elsa.Event\"",
        "\"Elsa.Nothing\"", "\"JavaScript\"", "\"Liquid\"", "\"Object\"", "\"Variable\"", "\"CSharp\"", "\"WaitAll\"", "\"99999.00:00:00\"", "\"* * * * *\"", "\"0 0 31 2 *\"",
        "\"return (\"", "\"while(true){}\"", "\"{{ a }}\"", "\"[1,2\"", "\"\\ud800\"", "\"\\u0000\"", "\"ä€😀\"", "[[[[[[[[1]]]]]]]]", "{\"a\":{\"b\":{\"c\":{}}}}", ",", ":", "{", "}", "[", "]",
    ];

    private readonly List<string> _tokens = [];
    private readonly List<int> _values = [];

    public Mutations(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var end = 0;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            foreach (var mark in Encoding.UTF8.GetString(bytes, end, start - end).Where(c => c is ',' or ':')) _tokens.Add(mark.ToString());
            if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName)) _values.Add(_tokens.Count);
            end = (int)reader.BytesConsumed;
            _tokens.Add(Encoding.UTF8.GetString(bytes, start, end - start).TrimEnd(':', ' '));
            if (reader.TokenType == JsonTokenType.PropertyName) _tokens.Add(":");
        }
    }

    public string Mutate(Random random)
    {
        var tokens = new List<string>(_tokens);
        for (var changes = 1 + random.Next(3); changes > 0; changes--) Change(tokens, random);
        var text = string.Concat(tokens);
        return random.Next(8) == 0 ? Spoil(text, random) : text;
    }

    private void Change(List<string> tokens, Random random)
    {
        var value = _values[random.Next(_values.Count)];
        if (value >= tokens.Count) value = random.Next(tokens.Count);
        switch (random.Next(10))
        {
            case < 4 when tokens[value] is not ("{" or "["):
                tokens[value] = Interesting[random.Next(Interesting.Length)];
                break;
            case < 6 when tokens[value] is not ("{" or "["):
                tokens[value] = _tokens[_values[random.Next(_values.Count)]] is { } other && other is not ("{" or "[") ? other : "{}";
                break;
            case 6:
                tokens.RemoveAt(random.Next(tokens.Count));
                break;
            case 7:
                var from = random.Next(tokens.Count);
                tokens.InsertRange(from, tokens.GetRange(from, Math.Min(random.Next(12), tokens.Count - from)));
                break;
            case 8:
                var cut = random.Next(tokens.Count);
                tokens.RemoveRange(cut, Math.Min(random.Next(12), tokens.Count - cut));
                break;
            default:
                Rename(tokens, random);
                break;
        }
    }

    // Names and ids: one letter changed, so that references dangle and properties get unknown.
    private static void Rename(List<string> tokens, Random random)
    {
        var at = random.Next(tokens.Count);
        if (tokens[at].Length < 3 || tokens[at][0] != '"') return;
        var letter = 1 + random.Next(tokens[at].Length - 2);
        if (tokens[at][letter] == '\\' || tokens[at][letter - 1] == '\\') return;
        tokens[at] = string.Concat(tokens[at].AsSpan(0, letter), ((char)('a' + random.Next(26))).ToString(), tokens[at].AsSpan(letter + 1));
    }

    private static string Spoil(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text[..at],
            1 => text[..at] + (char)random.Next(0x10000) + text[at..],
            _ => text[..at] + text[Math.Min(text.Length, at + 1 + random.Next(40))..],
        };
    }
}
