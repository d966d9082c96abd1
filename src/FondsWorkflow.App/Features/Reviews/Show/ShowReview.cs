using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reviews.Show;

/// <summary>An application with its review, for the management of its quarter.</summary>
internal sealed record ShowReview(Guid ApplicationId) : IRequest<ReviewView>;

/// <summary>What the review page shows.</summary>
/// <remarks>Without open work the application is elsewhere; what is available is the fund's money of this year.</remarks>
internal sealed record ReviewView(
    ApplicationGlance Application,
    string Stage,
    OpenReview? Open,
    int Version,
    IReadOnlyList<CheckLine> Checklist,
    Recommendation? Recommendation,
    string? Note,
    ReviewResult? Result,
    string? ResultReason,
    string? FinishedBy,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<ClarificationLine> Clarifications,
    Money Available,
    bool HasConditions);

/// <summary>The work that waits: its buttons are the ports of the step.</summary>
internal sealed record OpenReview(Guid AssignmentId, DateOnly? DueOn, bool Overdue, IReadOnlyList<string> Outcomes);

/// <summary>A criterion with what the software found and what the reviewer said.</summary>
internal sealed record CheckLine(string Key, string Label, string Explanation, bool Excludes, Finding Finding, string Why, Verdict? Verdict, string? Note);

/// <summary>A question to the group, with its answer.</summary>
internal sealed record ClarificationLine(
    string Questions, IReadOnlyList<FormPart> Parts, DateTimeOffset AskedAt, string AskedBy, DateOnly DueOn, DateTimeOffset? AnsweredAt, string? Answer, DateTimeOffset? ClosedAt);

internal sealed class ShowReviewHandler(FondsDb db, Access access, CityBook city, Ledger.LedgerBook ledger, CommandContext context, BerlinTime clock) : IRequestHandler<ShowReview, ReviewView>
{
    public async Task<ReviewView> Handle(ShowReview request, CancellationToken cancellationToken)
    {
        if (context.Actor.Role != ActorRole.Management)
        {
            throw new NotFoundException();
        }

        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ApplicationId, cancellationToken) ?? throw new NotFoundException();
        var review = await db.Reviews.AsNoTracking().SingleAsync(r => r.ApplicationId == application.Id, cancellationToken);
        var stage = await db.WorkflowInstances.Where(i => i.ApplicationId == application.Id).OrderByDescending(i => i.StartedAt).Select(i => i.Stage).FirstAsync(cancellationToken);
        var balance = await ledger.BalanceAsync(application.FundKey, clock.Today.Year, cancellationToken);
        var waits = await db.Assignments.AsNoTracking().Where(a => a.ApplicationId == application.Id && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        return new ReviewView(
            ApplicationGlance.Of(application, city, withContact: true),
            stage,
            waits.Find(a => a.Activity == "ReviewApplication") is { } open ? Open(open) : null,
            review.Version,
            [.. Checklist.For(city.GuidelineOf(application), application, clock.Today).Select(i => Line(i, review))],
            review.Recommendation,
            review.Note,
            review.Result,
            review.ResultReason,
            NameOf(review.FinishedBy),
            review.FinishedAt,
            [.. review.Clarifications.Select(c => new ClarificationLine(c.Questions, c.Parts, c.AskedAt, NameOf(c.AskedBy)!, c.DueOn, c.AnsweredAt, c.Answer, c.ClosedAt))],
            balance.Available,
            waits.Exists(a => a.Activity == "FulfilConditions"));
    }

    private OpenReview Open(Assignment work) => new(work.Id, work.DueOn, work.IsOverdue(clock.Today), work.Outcomes);

    private static CheckLine Line(ChecklistItem item, Review review)
    {
        var answer = review.Answers.FirstOrDefault(a => a.Criterion == item.Criterion.Key);
        return new CheckLine(
            item.Criterion.Key, item.Criterion.Label, item.Criterion.Explanation, item.Criterion.Excludes, item.Finding,
            RuleTexts.Of(item.Why.Key, item.Why.Arguments, CultureInfo.CurrentUICulture), answer?.Verdict, answer?.Note);
    }

    private string? NameOf(string? userId) => userId is null ? null : city.City.Accounts.FirstOrDefault(a => a.UserId == userId)?.Name ?? userId;
}

internal sealed class ShowReviewEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowReview, ReviewView>("reviews", Policies.Management);
}
