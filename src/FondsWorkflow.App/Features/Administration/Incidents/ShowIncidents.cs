using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>The open incidents, oldest first, 200 to a page.</summary>
/// <param name="Page">From 1; null: the first.</param>
internal sealed record ShowIncidents(int? Page = null) : IRequest<IReadOnlyList<IncidentLine>>;

internal sealed class ShowIncidentsHandler(FondsDb db, IncidentLines lines) : IRequestHandler<ShowIncidents, IReadOnlyList<IncidentLine>>
{
    public const int PageSize = 200;

    public async Task<IReadOnlyList<IncidentLine>> Handle(ShowIncidents request, CancellationToken cancellationToken)
        => await lines.OfAsync(await db.Incidents.AsNoTracking().Where(i => i.ResolvedAt == null).OrderBy(i => i.At).ThenBy(i => i.Id)
            .Skip((Math.Clamp(request.Page ?? 1, 1, 100_000) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken), cancellationToken);
}

internal sealed class IncidentsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowIncidents, IReadOnlyList<IncidentLine>>("incidents", Policies.Administrator);
}
