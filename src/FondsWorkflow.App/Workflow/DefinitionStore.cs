using System.Collections.Concurrent;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>The published definitions, read once and kept: an instance asks for its version, a new one for the newest.</summary>
internal sealed class DefinitionStore(ActivityRegistry registry, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(string Id, int Version), WorkflowDefinition> _definitions = new();
    private readonly ConcurrentDictionary<string, int> _newest = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WorkflowDefinition> All => [.. _definitions.Values.OrderBy(d => d.DefinitionId, StringComparer.Ordinal).ThenBy(d => d.Version)];

    /// <summary>The version new instances start with.</summary>
    public WorkflowDefinition Newest(string definitionId) => _definitions[(definitionId, _newest[definitionId])];

    /// <summary>Whether any version of it is published.</summary>
    public bool Has(string definitionId) => _newest.ContainsKey(definitionId);

    /// <summary>The version an instance keeps.</summary>
    public async ValueTask<WorkflowDefinition> GetAsync(string definitionId, int version, CancellationToken cancellationToken)
        => _definitions.TryGetValue((definitionId, version), out var known) ? known : await LoadAsync(definitionId, version, cancellationToken);

    internal void Remember(WorkflowDefinition definition)
    {
        _definitions[(definition.DefinitionId, definition.Version)] = definition;
        _newest.AddOrUpdate(definition.DefinitionId, definition.Version, (_, old) => Math.Max(old, definition.Version));
    }

    internal WorkflowDefinition Read(string text, string fileName, List<string> problems)
    {
        var result = DefinitionReader.Read(text, fileName, registry.Catalogue);
        problems.AddRange(result.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.ToString()));
        return result.Definition!;
    }

    private async Task<WorkflowDefinition> LoadAsync(string definitionId, int version, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<FondsDb>().Definitions.AsNoTracking()
            .SingleAsync(d => d.DefinitionId == definitionId && d.Version == version, cancellationToken);
        List<string> problems = [];
        var definition = Read(row.Text, $"{definitionId}.v{version}.json", problems);
        if (problems.Count > 0)
        {
            throw new StartRefused($"The stored definition {definitionId} v{version} can't be read.", problems);
        }

        Remember(definition);
        return definition;
    }
}
