using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Reviews;
using MediatR;

namespace FondsWorkflow.App.Features.Reviews.Forward;

/// <summary>Keeps the review and sends the application on to the circle.</summary>
internal sealed record ForwardReview(Guid AssignmentId, int Version, IReadOnlyList<CriterionAnswer> Answers, Recommendation? Recommendation, string? Note) : ICommand<Unit>;

internal sealed class ForwardReviewHandler(ReviewDesk reviews, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<ForwardReview, Unit>
{
    public async Task<Unit> Handle(ForwardReview request, CancellationToken cancellationToken)
    {
        var (work, review, guideline) = await reviews.OpenAsync(request.AssignmentId, request.Version, cancellationToken);
        review.Save(request.Answers, request.Recommendation, request.Note, work.Application, guideline, context.Actor);
        review.Forward(work.Application, guideline, context.Actor, clock.Now);
        await desk.CompleteAsync(work, "Forward", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ForwardReviewEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ForwardReview, Unit>("reviews/forward", Policies.Management);
}
