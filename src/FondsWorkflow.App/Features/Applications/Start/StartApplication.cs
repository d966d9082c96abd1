using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Start;

/// <summary>A visitor starts a draft; the link to it goes to the mail address. The answer is the same whatever is known of that address.</summary>
internal sealed record StartApplication(string FundKey, string ApplicantEmail, string Language = SpokenLanguages.German) : ICommand<Unit>;

/// <summary>A citizen who is signed in starts another draft.</summary>
internal sealed record StartOwnApplication(string FundKey, string Language = SpokenLanguages.German) : ICommand<Guid>;

internal sealed class StartApplicationHandler(FondsDb db, Drafts drafts, SignInMails mails, ReminderBook reminders, CommandContext context) : IRequestHandler<StartApplication, Unit>
{
    public async Task<Unit> Handle(StartApplication request, CancellationToken cancellationToken)
    {
        var draft = drafts.New(request.FundKey, request.ApplicantEmail, request.Language);
        if (await mails.MaySendAsync(draft.ApplicantEmail, cancellationToken) && await drafts.HasRoomAsync(draft.ApplicantEmail, cancellationToken))
        {
            db.Applications.Add(draft);
            await reminders.PlanAsync(draft, cancellationToken);
            context.About(draft.Id);
            await mails.SendAsync(draft.ApplicantEmail, $"/antrag/{draft.Id}", draft.Id);
        }

        return Unit.Value;
    }
}

internal sealed class StartOwnApplicationHandler(FondsDb db, Drafts drafts, ReminderBook reminders, CommandContext context) : IRequestHandler<StartOwnApplication, Guid>
{
    public async Task<Guid> Handle(StartOwnApplication request, CancellationToken cancellationToken)
    {
        var draft = drafts.New(request.FundKey, context.Actor.Id, request.Language);
        Require.That(await drafts.HasRoomAsync(draft.ApplicantEmail, cancellationToken), CitizenRules.NotTooManyDrafts, Drafts.Most);
        db.Applications.Add(draft);
        await reminders.PlanAsync(draft, cancellationToken);
        context.About(draft.Id);
        return draft.Id;
    }
}

/// <summary>Makes drafts, so many for each address.</summary>
internal sealed class Drafts(FondsDb db, CityBook city, IIdSource ids, BerlinTime clock)
{
    public const int Most = 20;

    public GrantApplication New(string fundKey, string email, string language)
    {
        var guideline = city.FindFund(fundKey) is { } fund ? city.GuidelineOn(fund.Key, clock.Today) : null;
        Require.None(
        [
            .. guideline is null ? [new RuleProblem(CitizenRules.FundTakesApplications, nameof(StartApplication.FundKey), [])] : Array.Empty<RuleProblem>(),
            .. GrantApplication.ProblemsToStart(email, language),
        ]);
        return GrantApplication.Start(ids.New(), city.Fund(fundKey), guideline!.Version, email, language, clock.Now);
    }

    public async Task<bool> HasRoomAsync(string email, CancellationToken cancellationToken)
        => await db.Applications.CountAsync(a => a.ApplicantEmail == email && a.SubmittedAt == null, cancellationToken) < Most;
}

internal sealed class StartEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<StartApplication, Unit>("applications/start", policy: null);
        api.MapCommand<StartOwnApplication, Guid>("applications/start-own", Policies.Applicant);
        api.MapCommand<SendSignInLink, Unit>("applications/sign-in-link", policy: null);
        api.MapQuery<MyApplications, IReadOnlyList<MyApplication>>("applications/mine", Policies.Applicant);
    }
}
