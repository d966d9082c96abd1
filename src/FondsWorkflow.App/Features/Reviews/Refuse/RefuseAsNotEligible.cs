using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using MediatR;

namespace FondsWorkflow.App.Features.Reviews.Refuse;

/// <summary>Says that the fund can't help: an excluding criterion is not met. The office writes the notice from the reason.</summary>
internal sealed record RefuseAsNotEligible(Guid AssignmentId, string Reason) : ICommand<Unit>;

internal sealed class RefuseAsNotEligibleHandler(ReviewDesk reviews, Desk desk, CommandContext context, BerlinTime clock) : IRequestHandler<RefuseAsNotEligible, Unit>
{
    public async Task<Unit> Handle(RefuseAsNotEligible request, CancellationToken cancellationToken)
    {
        var (work, review, guideline) = await reviews.OpenAsync(request.AssignmentId, version: null, cancellationToken);
        review.RefuseAsNotEligible(request.Reason, work.Application, guideline, context.Actor, clock.Now);
        context.About(work.Application.Id, request.Reason);
        await desk.CompleteAsync(work, "NotEligible", payload: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class RefuseAsNotEligibleEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RefuseAsNotEligible, Unit>("reviews/refuse", Policies.Management);
}
