using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>What a notice rests on: the circle's last resolution, or a review that ended with "not eligible".</summary>
internal sealed record NoticeBasis(NoticeKind Kind, Resolution? Resolution, Review Review)
{
    public static async Task<NoticeBasis> LoadAsync(FondsDb db, Guid applicationId, CancellationToken cancellationToken)
    {
        var review = await db.Reviews.AsNoTracking().SingleAsync(r => r.ApplicationId == applicationId, cancellationToken);
        if (review.Result == ReviewResult.NotEligible)
        {
            return new(NoticeKind.Ineligible, Resolution: null, review);
        }

        var resolution = await db.Resolutions.AsNoTracking().Where(r => r.ApplicationId == applicationId).OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        return new(resolution is { IsApproval: true } ? NoticeKind.Grant : NoticeKind.Rejection, resolution, review);
    }
}
