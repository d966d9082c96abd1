using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Clarifications.Answer;

/// <summary>The applicant answers the management's questions; the parts that were opened for it are closed again.</summary>
internal sealed record AnswerClarification(Guid ApplicationId, string Answer) : ICommand<Unit>;

internal sealed class AnswerClarificationHandler(FondsDb db, Access access, Desk desk, CityBook city, ManagementMails management, PublicLinks links, BerlinTime clock)
    : IRequestHandler<AnswerClarification, Unit>
{
    public async Task<Unit> Handle(AnswerClarification request, CancellationToken cancellationToken)
    {
        await access.OwnAsync(request.ApplicationId, cancellationToken);
        var work = await desk.OpenForAsync(request.ApplicationId, "RequestClarification", cancellationToken);
        var review = await db.Reviews.SingleAsync(r => r.ApplicationId == request.ApplicationId, cancellationToken);
        var application = work.Application;
        Require.At(nameof(request.Answer), PlainText.Lines(request.Answer) is not null, ApplicationRules.FieldIsFilled);

        review.TakeAnswer(request.Answer, clock.Now);
        application.AnswerClarification(city.GuidelineOf(application), BerlinTime.DayOf(application.SubmittedAt!.Value), clock.Now);

        await desk.CompleteAsync(work, "Answered", payload: null, cancellationToken);
        await management.SendAsync(
            application, $"answered:{work.Assignment.Id}", "ClarificationAnswered",
            [application.Number, application.Form.Project.Title, links.To(StepPages.Of("ReviewApplication", application.Id))], cancellationToken);
        return Unit.Value;
    }
}

/// <summary>The questions that wait for the applicant.</summary>
internal sealed record ReadClarification(Guid ApplicationId) : IRequest<Clarification?>;

internal sealed class ReadClarificationHandler(FondsDb db, Access access) : IRequestHandler<ReadClarification, Clarification?>
{
    public async Task<Clarification?> Handle(ReadClarification request, CancellationToken cancellationToken)
    {
        await access.OwnAsync(request.ApplicationId, cancellationToken);
        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.ApplicationId == request.ApplicationId, cancellationToken);
        return review?.OpenClarification;
    }
}

internal sealed class AnswerEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<AnswerClarification, Unit>("clarifications/answer", Policies.Applicant);
        api.MapQuery<ReadClarification, Clarification?>("clarifications/open", Policies.Applicant);
    }
}
