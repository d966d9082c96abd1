using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>What somebody types or sends who means no good, or does not know better.</summary>
internal static partial class Hostile
{
    public const string Control = "control characters";
    public const string Null = "the null character";
    public const string Huge = "huge";
    public const string ForeignId = "a foreign id";
    public const string UnknownId = "an id nobody has";
    public const string Stale = "stale";

    /// <summary>Texts for a field of a form, each with its name.</summary>
    public static IEnumerable<(string What, string Text)> Texts =>
    [
        ("empty", ""), ("blank", "   "), (Null, "a\u0000b"), (Control, "a\u0007b"), (Huge, new string('x', 20_000)), ("a script", Town.Script), ("no number, no day", "abc"), ("a formula", "=1+1"),
        ("turned around", "\u202Egnp.exe"), ("too large a number", "99999999999999999999"), ("negative", "-1"), ("no such day", "2026-02-31"), ("far future", "9999-12-31"), (UnknownId, "019bb138-0000-7000-8000-000000000000"),
    ];

    /// <summary>Values for a field of a JSON command or query.</summary>
    /// <param name="right">The right value.</param>
    /// <param name="foreign">The right value of the other quarter.</param>
    public static IEnumerable<(string What, JsonNode? Value)> Values(JsonNode? right, JsonNode? foreign)
    {
        yield return ("null", null);
        yield return ("a list", new JsonArray("x"));
        yield return ("an object", new JsonObject { ["x"] = 1 });
        if (right is JsonObject or JsonArray)
        {
            yield return ("an empty list", new JsonArray());
            yield return ("a list of nothing", new JsonArray((JsonNode?)null));
            yield break;
        }

        foreach (var number in new JsonNode[] { JsonValue.Create(-1), JsonValue.Create(0), JsonValue.Create(long.MaxValue), JsonValue.Create(1e300) }.Where(n => n.ToString() != right?.ToString()))
        {
            yield return (right?.GetValueKind() == JsonValueKind.Number ? Stale : "a number", number);
        }

        yield return ("yes or no", JsonValue.Create(right is null || right.GetValueKind() != JsonValueKind.True));
        foreach (var (what, text) in Texts)
        {
            yield return (right?.GetValueKind() == JsonValueKind.String && what is not (Control or Null or Huge) ? Stale : what, JsonValue.Create(text));
        }

        if (Guid.TryParse(right?.ToString(), out _) && foreign?.ToString() != right!.ToString())
        {
            yield return (ForeignId, foreign?.DeepClone());
        }
    }

    /// <summary>Whether a sentence is one of the framework's, not ours.</summary>
    public static bool IsNoGerman(string sentence) => English().IsMatch(sentence);

    [GeneratedRegex(@"\b(The|the|must|is not valid|field|value|invalid|required|Exception)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex English();
}
