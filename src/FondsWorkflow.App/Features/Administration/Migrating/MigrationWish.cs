using System.Text.Json;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>How the running instances of one version shall move to another. Steps and variables of the same id move without being named.</summary>
internal sealed record MigrationWish(
    string DefinitionId, int From, int To, IReadOnlyList<IdPair>? Steps = null, IReadOnlyList<IdPair>? Variables = null, IReadOnlyList<VariableValue>? Values = null)
{
    public MigrationRow ToRow(Guid id, string by, DateTimeOffset now) => new()
    {
        Id = id,
        DefinitionId = DefinitionId,
        FromVersion = From,
        ToVersion = To,
        Steps = Pairs(Steps),
        Variables = Pairs(Variables),
        Values = (Values ?? []).ToDictionary(v => v.Variable, v => v.Json, StringComparer.Ordinal),
        AppliedAt = now,
        AppliedBy = by,
    };

    private static Dictionary<string, string> Pairs(IReadOnlyList<IdPair>? pairs) => (pairs ?? []).ToDictionary(p => p.Old, p => p.New, StringComparer.Ordinal);
}

/// <summary>An id of the old version and the one it becomes.</summary>
internal sealed record IdPair(string Old, string New);

/// <summary>What a variable of the new version is set to, as JSON.</summary>
internal sealed record VariableValue(string Variable, string Json);

/// <summary>Rules of migrations.</summary>
internal static class MigrationRules
{
    public static readonly Rule TwoVersions = new("MG1", "A migration leads from one published version to another.");

    public static readonly Rule StepsAreKnown = new("MG2", "A step moves to a step of the same kind.");

    public static readonly Rule VariablesAreKnown = new("MG3", "A variable becomes one of the new version, each once.");

    public static readonly Rule ValuesAreJson = new("MG4", "A value is JSON.");

    public static readonly Rule UndoneOnce = new("MG5", "A migration is undone once.");

    public static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>The engine's plan of a migration.</summary>
internal static class MigrationPlans
{
    public static MigrationPlan Of(MigrationRow row, string fromVersionId, string toVersionId) => new(fromVersionId, toVersionId)
    {
        Steps = row.Steps,
        Variables = row.Variables,
        Values = row.Values.ToDictionary(v => v.Key, v => (object?)JsonSerializer.Deserialize<JsonElement>(v.Value), StringComparer.Ordinal),
    };
}
