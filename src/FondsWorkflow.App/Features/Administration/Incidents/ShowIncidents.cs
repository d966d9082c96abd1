using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>The open incidents, oldest first, 200 at most.</summary>
internal sealed record ShowIncidents : IRequest<IReadOnlyList<IncidentLine>>;

internal sealed class ShowIncidentsHandler(FondsDb db, IncidentLines lines) : IRequestHandler<ShowIncidents, IReadOnlyList<IncidentLine>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<IncidentLine>> Handle(ShowIncidents request, CancellationToken cancellationToken)
        => await lines.OfAsync(await db.Incidents.AsNoTracking().Where(i => i.ResolvedAt == null).OrderBy(i => i.At).Take(Most).ToListAsync(cancellationToken), cancellationToken);
}

internal sealed class IncidentsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowIncidents, IReadOnlyList<IncidentLine>>("incidents", Policies.Administrator);
}
