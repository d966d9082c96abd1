using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Instances;

/// <summary>Instances, the newest first, 100 to a page: of a version, in a status, those that have not ended, or of one application by its number.</summary>
internal sealed record ShowInstances(string? DefinitionId = null, int? Version = null, InstanceStatus? Status = null, string? Number = null, int? Page = null, bool? Living = null) : IRequest<IReadOnlyList<InstanceLine>>;

internal sealed record InstanceLine(Guid Id, string Number, string DefinitionId, int Version, string Stage, string Status, DateTimeOffset StartedAt, DateTimeOffset ChangedAt);

internal sealed class ShowInstancesHandler(FondsDb db) : IRequestHandler<ShowInstances, IReadOnlyList<InstanceLine>>
{
    public const int PageSize = 100;

    public async Task<IReadOnlyList<InstanceLine>> Handle(ShowInstances request, CancellationToken cancellationToken)
    {
        var found = db.WorkflowInstances.AsNoTracking();
        if (request.Number?.Trim() is { Length: > 0 } text)
        {
            if (ApplicationNumber.TryParse(text.ToUpperInvariant()) is not { } number)
            {
                return [];
            }

            found = found.Where(i => db.Applications.Any(a => a.Id == i.ApplicationId && a.Number == number));
        }

        if (request.DefinitionId is { Length: > 0 } definition)
        {
            found = found.Where(i => i.DefinitionId == definition);
        }

        if (request.Version is { } version)
        {
            found = found.Where(i => i.DefinitionVersion == version);
        }

        if (request.Status?.ToString() is { } status)
        {
            found = found.Where(i => i.Status == status);
        }

        if (request.Living == true)
        {
            found = found.Where(i => i.Status != nameof(InstanceStatus.Finished) && i.Status != nameof(InstanceStatus.Cancelled));
        }

        var rows = await found.OrderByDescending(i => i.Id).Skip((Math.Clamp(request.Page ?? 1, 1, 100_000) - 1) * PageSize).Take(PageSize)
            .LeftJoin(db.Applications, i => i.ApplicationId, a => (Guid?)a.Id, (i, a) => new { i.Id, a!.Number, i.DefinitionId, i.DefinitionVersion, i.Stage, i.Status, i.StartedAt, i.ChangedAt })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(r => r.StartedAt).Select(r => new InstanceLine(r.Id, r.Number?.ToString() ?? "", r.DefinitionId, r.DefinitionVersion, r.Stage, r.Status, r.StartedAt, r.ChangedAt))];
    }
}

internal sealed class InstancesEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowInstances, IReadOnlyList<InstanceLine>>("administration/instances", Policies.Administrator);
}
