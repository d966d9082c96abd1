using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Withdraw;

/// <summary>The applicant takes the application back, before it is decided on.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Reason">Why, if the applicant wants to say so.</param>
internal sealed record WithdrawApplication(Guid ApplicationId, string? Reason = null) : ICommand<Unit>;

internal sealed class WithdrawApplicationHandler(FondsDb db, Access access, WorkflowHost workflow, ManagementMails management, CommandContext context, BerlinTime clock)
    : IRequestHandler<WithdrawApplication, Unit>
{
    /// <summary>The port of every step that can be left this way.</summary>
    public const string Port = "Withdrawn";

    private const int LongestReason = 1000;

    public async Task<Unit> Handle(WithdrawApplication request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.ApplicationId, cancellationToken);
        var reason = PlainText.Lines(request.Reason);
        Require.That(application.SubmittedAt is not null, CitizenRules.DraftIsNotWithdrawn);
        var tooMuch = (reason?.Length ?? 0) - LongestReason;
        Require.At(nameof(request.Reason), tooMuch <= 0, ApplicationRules.TextFits, LongestReason, tooMuch);
        context.About(application.Id, reason);

        var waiting = await WaitingAsync(application, cancellationToken);
        waiting.EndFor(context.Actor, Port, clock.Now);
        var answer = await workflow.StimulateAsync(Guid.Parse(waiting.InstanceId), new Stimulus.Resume(Guid.Parse(waiting.BookmarkId), Port), cancellationToken);
        Require.That(answer is Answer.Accepted, WorkflowRules.StepIsNotReached);
        await management.SendAsync(application, $"withdrawn:{application.Id}", "WithdrawnByApplicant", [application.Number, application.Form.Project.Title], cancellationToken);
        return Unit.Value;
    }

    /// <summary>The step the application waits at, if it can be left by withdrawing.</summary>
    private async Task<Assignment> WaitingAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var open = await db.Assignments.Where(a => a.ApplicationId == application.Id && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        Require.That(open.Count > 0, CitizenRules.WithdrawnOnce);
        return open.Find(a => a.Outcomes.Contains(Port, StringComparer.Ordinal)) ?? throw new RuleViolation(CitizenRules.WithdrawnBeforeDecision);
    }
}

internal sealed class WithdrawEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<WithdrawApplication, Unit>("applications/withdraw", Policies.Applicant);
}
