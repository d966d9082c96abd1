using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Diagrams;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Definitions;

/// <summary>One version of a definition as picture and as text.</summary>
internal sealed record ShowDefinition(string Id, int Version) : IRequest<DefinitionView>;

internal sealed record DefinitionView(string Id, string Name, string? Description, int Version, string Hash, DateTimeOffset PublishedAt, IReadOnlyList<int> Versions, string Svg, string Text);

internal sealed class ShowDefinitionHandler(FondsDb db, DefinitionStore definitions) : IRequestHandler<ShowDefinition, DefinitionView>
{
    public async Task<DefinitionView> Handle(ShowDefinition request, CancellationToken cancellationToken)
    {
        var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == request.Id).OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, d.Hash, d.PublishedAt }).ToListAsync(cancellationToken);
        var row = versions.Find(v => v.Version == request.Version) ?? throw new NotFoundException();
        var definition = await definitions.GetAsync(request.Id, request.Version, cancellationToken);
        return new(
            request.Id, definition.Name ?? request.Id, definition.Description, request.Version, row.Hash, row.PublishedAt, [.. versions.Select(v => v.Version)],
            WorkflowDiagram.Svg(definition), WorkflowDiagram.Text(definition));
    }
}

internal sealed class DefinitionEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowDefinition, DefinitionView>("administration/definition", Policies.Administrator);
}
