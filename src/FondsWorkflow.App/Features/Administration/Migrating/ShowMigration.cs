using FondsWorkflow.App.Data;
using FondsWorkflow.Engine.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>What has to be said before instances can move: where steps go that instances stand at or that the new version lacks, and what becomes of variables.</summary>
internal sealed record ShowMigration(string DefinitionId, int From, int To) : IRequest<MigrationView>;

internal sealed record MigrationView(
    string Name, int Running, IReadOnlyList<PlaceToFind> Steps, IReadOnlyList<PlaceToFind> Variables, IReadOnlyList<NamedId> NewVariables, IReadOnlyList<EarlierMigration> Earlier);

/// <summary>Something of the old version, what of the new one it may become, and what it becomes when nothing is said.</summary>
internal sealed record PlaceToFind(string Old, string Label, string? Suggested, IReadOnlyList<NamedId> Options);

internal sealed record NamedId(string Id, string Label);

internal sealed record EarlierMigration(Guid Id, int From, int To, DateTimeOffset AppliedAt, string AppliedBy, int Instances, DateTimeOffset? UndoneAt);

internal sealed class ShowMigrationHandler(FondsDb db, MigrationPlanner planner) : IRequestHandler<ShowMigration, MigrationView>
{
    public async Task<MigrationView> Handle(ShowMigration request, CancellationToken cancellationToken)
    {
        var (from, to) = await planner.VersionsAsync(request.DefinitionId, request.From, request.To, cancellationToken);
        var running = planner.Running(request.DefinitionId, request.From).Select(i => i.Id);
        var waits = db.Bookmarks.Where(b => running.Contains(b.InstanceId)).Select(b => b.ActivityId);
        var failed = db.Incidents.Where(i => i.ResolvedAt == null && running.Contains(i.InstanceId)).Select(i => i.ActivityId);
        var standing = (await waits.Union(failed).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return new(from.Name ?? from.DefinitionId, await running.CountAsync(cancellationToken), Steps(from, to, standing), Variables(from, to), New(from, to), await EarlierAsync(request.DefinitionId, cancellationToken));
    }

    private static List<PlaceToFind> Steps(WorkflowDefinition from, WorkflowDefinition to, HashSet<string> standing)
    {
        var targets = to.AllActivities().ToLookup(a => a.Type, a => new NamedId(a.Id, a.Label), StringComparer.Ordinal);
        return [.. from.AllActivities()
            .Select(a => new PlaceToFind(a.Id, a.Label, targets[a.Type].FirstOrDefault(t => t.Id == a.Id)?.Id, [.. targets[a.Type]]))
            .Where(p => standing.Contains(p.Old) || (p.Suggested is null && p.Options.Count > 0))];
    }

    private static List<PlaceToFind> Variables(WorkflowDefinition from, WorkflowDefinition to)
        => [.. from.AllVariables().Where(v => to.AllVariables().All(t => t.Id != v.Id)).Select(v => new PlaceToFind(v.Id, v.Name, null, New(from, to)))];

    private static List<NamedId> New(WorkflowDefinition from, WorkflowDefinition to)
        => [.. to.AllVariables().Where(v => from.AllVariables().All(f => f.Id != v.Id)).Select(v => new NamedId(v.Id, v.Name))];

    private async Task<IReadOnlyList<EarlierMigration>> EarlierAsync(string definitionId, CancellationToken cancellationToken)
        => await db.Migrations.Where(m => m.DefinitionId == definitionId).OrderByDescending(m => m.AppliedAt)
            .Select(m => new EarlierMigration(m.Id, m.FromVersion, m.ToVersion, m.AppliedAt, m.AppliedBy, db.MigratedInstances.Count(i => i.MigrationId == m.Id), m.UndoneAt)).ToListAsync(cancellationToken);
}
