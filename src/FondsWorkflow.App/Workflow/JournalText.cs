using System.Text.Json;
using System.Text.Json.Serialization;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.App.Workflow;

/// <summary>The journal's lines as they lie in the database: short names, nothing that is empty, no time (it is the row's) and no type (it is the definition's).</summary>
internal static class JournalText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(IReadOnlyList<JournalEntry> entries)
        => JsonSerializer.Serialize(entries.Select(e => new Line { N = e.Number, K = e.Kind, S = e.ActivityId, X = e.ExecutionId, O = e.Outcome, T = e.Text }), Json);

    public static IReadOnlyList<JournalEntry> Read(JournalRow row)
        => [.. JsonSerializer.Deserialize<List<Line>>(row.Entries, Json)!.Select(l => new JournalEntry(l.N, row.At, l.K, l.S, ActivityType: null, l.X, l.O, l.T))];

    private sealed record Line
    {
        public int N { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public JournalKind K { get; init; }

        public string? S { get; init; }

        public int X { get; init; }

        public string? O { get; init; }

        public string? T { get; init; }
    }
}
