using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>Finds notices, also those the running command has only just written.</summary>
internal static class NoticeLookup
{
    public static async Task<Notice?> LatestAsync(FondsDb db, Guid applicationId, CancellationToken cancellationToken)
    {
        await db.Notices.Where(n => n.ApplicationId == applicationId).LoadAsync(cancellationToken);
        return db.Notices.Local.Where(n => n.ApplicationId == applicationId).MaxBy(n => n.DraftedAt);
    }
}
