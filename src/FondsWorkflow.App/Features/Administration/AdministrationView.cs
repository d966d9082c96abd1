using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration;

/// <summary>The definitions with their versions and how many instances each has, and what waits for a hand.</summary>
internal sealed record ShowAdministration : IRequest<AdministrationView>;

internal sealed record AdministrationView(IReadOnlyList<DefinitionLine> Definitions, int OpenIncidents);

internal sealed record DefinitionLine(string Id, string Name, int Version, string Hash, DateTimeOffset PublishedAt, int Running, int Ended, int All);

internal sealed class ShowAdministrationHandler(FondsDb db, DefinitionStore definitions) : IRequestHandler<ShowAdministration, AdministrationView>
{
    public async Task<AdministrationView> Handle(ShowAdministration request, CancellationToken cancellationToken)
    {
        var published = await db.Definitions.AsNoTracking().OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version)
            .Select(d => new { d.DefinitionId, d.Version, d.Hash, d.PublishedAt }).ToListAsync(cancellationToken);
        var counts = await db.WorkflowInstances.GroupBy(i => new { i.DefinitionId, i.DefinitionVersion, i.Status })
            .Select(g => new { g.Key.DefinitionId, g.Key.DefinitionVersion, g.Key.Status, Count = g.Count() }).ToListAsync(cancellationToken);
        List<DefinitionLine> lines = [];
        foreach (var d in published)
        {
            var of = counts.Where(c => c.DefinitionId == d.DefinitionId && c.DefinitionVersion == d.Version).ToList();
            var (all, ended) = (of.Sum(c => c.Count), of.Where(c => c.Status is "Finished" or "Cancelled").Sum(c => c.Count));
            var name = (await definitions.GetAsync(d.DefinitionId, d.Version, cancellationToken)).Name ?? d.DefinitionId;
            lines.Add(new(d.DefinitionId, name, d.Version, d.Hash, d.PublishedAt, all - ended, ended, all));
        }

        return new(lines, await db.Incidents.CountAsync(i => i.ResolvedAt == null, cancellationToken));
    }
}

internal sealed class AdministrationEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowAdministration, AdministrationView>("administration", Policies.Administrator);
}
