using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reviews;

/// <summary>Takes up a review: the assignment, the application, its review and its guideline.</summary>
internal sealed class ReviewDesk(FondsDb db, Desk desk, CityBook city)
{
    private static readonly CompiledQuery<Func<FondsDb, Guid, CancellationToken, Task<Review>>> ReviewOf = new(
        () => EF.CompileAsyncQuery((FondsDb db, Guid application, CancellationToken _) => db.Reviews.Single(r => r.ApplicationId == application)));

    /// <param name="assignmentId">The assignment the page was opened with.</param>
    /// <param name="version">Version of the review the page was read with; null when nothing of it is overwritten.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RuleViolation">When somebody finished the step or changed the review meanwhile.</exception>
    public async Task<ReviewWork> OpenAsync(Guid assignmentId, int? version, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(assignmentId, "ReviewApplication", cancellationToken);
        var review = await ReviewOf.For(db)(db, work.Application.Id, cancellationToken);
        Require.That(version is null || version == review.Version, CommandRules.SomebodyElseWasFaster);
        return new ReviewWork(work, review, city.GuidelineOf(work.Application));
    }
}

/// <summary>A review taken up.</summary>
internal sealed record ReviewWork(Work Work, Review Review, Guideline Guideline);
