using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Reviews;
using MediatR;

namespace FondsWorkflow.App.Features.Reviews.Save;

/// <summary>Keeps what the reviewer has so far; may be incomplete.</summary>
internal sealed record SaveReview(Guid AssignmentId, int Version, IReadOnlyList<CriterionAnswer> Answers, Recommendation? Recommendation, string? Note) : ICommand<Unit>;

internal sealed class SaveReviewHandler(ReviewDesk reviews, CommandContext context) : IRequestHandler<SaveReview, Unit>
{
    public async Task<Unit> Handle(SaveReview request, CancellationToken cancellationToken)
    {
        var (work, review, guideline) = await reviews.OpenAsync(request.AssignmentId, request.Version, cancellationToken);
        review.Save(request.Answers, request.Recommendation, request.Note, work.Application, guideline, context.Actor);
        return Unit.Value;
    }
}

internal sealed class SaveReviewEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SaveReview, Unit>("reviews/save", Policies.Management);
}
