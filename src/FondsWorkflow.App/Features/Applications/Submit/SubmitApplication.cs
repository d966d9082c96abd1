using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Submit;

/// <summary>Hands an application in: it gets its number, its way through the workflow begins. Twice gives the same number.</summary>
/// <param name="ApplicationId">The draft.</param>
/// <param name="Version">Version of the application that was looked at; whoever leaves it out is asked for it.</param>
internal sealed record SubmitApplication(Guid ApplicationId, int? Version = null) : ICommand<string>;

internal sealed class SubmitApplicationHandler(
    FondsDb db, Access access, CityBook city, WorkflowHost workflow, SubmissionMails mails, IIdSource ids, BerlinTime clock) : IRequestHandler<SubmitApplication, string>
{
    public const string Definition = "verfuegungsfonds-antrag";

    public async Task<string> Handle(SubmitApplication request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.ApplicationId, cancellationToken);
        if (application.Number is { } given)
        {
            return given.ToString();
        }

        CommandRules.RequireLatest(request.Version, application.Version, nameof(request.Version));
        var (fund, guideline, year) = (city.Fund(application.FundKey), city.GuidelineOn(application.FundKey, clock.Today) ?? city.GuidelineOf(application), clock.Today.Year);
        var number = new ApplicationNumber(fund.NumberPrefix, year, (int)await db.NextNumberAsync($"{fund.NumberPrefix}-{year}", cancellationToken));
        application.Submit(number, guideline, clock.Today, clock.Now, await HasGrantThisYearAsync(application, guideline, cancellationToken));
        db.Reviews.Add(Review.Start(ids.New(), application, clock.Now));
        await workflow.StartAsync(Definition, application, cancellationToken);
        await mails.SendAsync(application, cancellationToken);
        return number.ToString();
    }

    private async Task<bool> HasGrantThisYearAsync(GrantApplication application, Guideline guideline, CancellationToken cancellationToken)
    {
        var newYear = BerlinTime.StartOf(new DateOnly(clock.Today.Year, 1, 1));
        return guideline.Grant.OneGrantPerYear.Value && await db.Applications.AnyAsync(
            a => a.ApplicantEmail == application.ApplicantEmail && a.FundKey == application.FundKey && a.GrantedAt >= newYear, cancellationToken);
    }
}

/// <summary>The mails about a new application: the receipt, and word to the management of the quarter.</summary>
internal sealed class SubmissionMails(CircleDates dates, Post post, ManagementMails management, PublicLinks links)
{
    public async Task SendAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var title = application.Form.Project.Title;
        var meeting = await dates.NextAsync(application, cancellationToken);
        await post.SendAsync(
            $"received:{application.Id}",
            application.ApplicantEmail,
            meeting is null ? "Received" : "ReceivedWithMeeting",
            application.Id,
            [application.Number, title, links.To($"/antrag/{application.Id}"), meeting],
            cancellationToken: cancellationToken);
        await management.SendAsync(application, $"submitted:{application.Id}", "NewApplication", [application.Number, title, application.RequestedAmount, ReviewLink(application)], cancellationToken);
    }

    private string ReviewLink(GrantApplication application) => links.To(StepPages.Of("ReviewApplication", application.Id));
}

/// <summary>Mails to everybody who manages the quarter of an application.</summary>
internal sealed class ManagementMails(Recipients recipients, Post post)
{
    public async Task SendAsync(GrantApplication application, string key, string template, object?[] arguments, CancellationToken cancellationToken)
    {
        foreach (var to in await recipients.OfAsync(ActorRole.Management, application, cancellationToken))
        {
            await post.SendAsync($"{key}:{to}", to, template, application.Id, arguments, cancellationToken: cancellationToken);
        }
    }
}

internal sealed class SubmitEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SubmitApplication, string>("applications/submit", Policies.Applicant);
}
