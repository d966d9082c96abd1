using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Reviews;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using MediatR;

namespace FondsWorkflow.App.Features.Clarifications.Ask;

/// <summary>Asks the applicant and opens the parts of the form in question; the step sends the mail and sets the deadline.</summary>
internal sealed record AskClarification(Guid AssignmentId, string Questions, IReadOnlyList<FormPart> Parts) : ICommand<Guid>;

internal sealed class AskClarificationHandler(ReviewDesk reviews, Desk desk, CommandContext context, IIdSource ids, BerlinTime clock) : IRequestHandler<AskClarification, Guid>
{
    public async Task<Guid> Handle(AskClarification request, CancellationToken cancellationToken)
    {
        var (work, review, guideline) = await reviews.OpenAsync(request.AssignmentId, version: null, cancellationToken);
        var asked = review.Ask(ids.New(), request.Questions, request.Parts, work.Application, guideline, context.Actor, clock.Today, clock.Now);
        work.Application.Reopen(asked.Parts);
        await desk.CompleteAsync(work, "Clarify", payload: null, cancellationToken);
        return asked.Id;
    }
}

internal sealed class AskClarificationEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AskClarification, Guid>("clarifications/ask", Policies.Management);
}
