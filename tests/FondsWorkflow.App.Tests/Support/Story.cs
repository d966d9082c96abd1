using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Ballots.Cast;
using FondsWorkflow.App.Features.Ballots.Run;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Features.Reviews.Forward;
using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reviews;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Brings an application of a fictional group to the hop a test is about, by the domain's own methods and the real workflow.</summary>
internal sealed class Story(FondsApp app)
{
    public const string Group = "winterlicht@gruppe.example";
    public const string Fund = "vf_baumheide";

    public FondsApp App => app;

    /// <summary>Where it happens.</summary>
    public string Quarter { get; init; } = "baumheide";

    /// <summary>Who applies when a step does not name somebody else.</summary>
    public string Applies { get; init; } = Group;

    /// <summary>What the project is called.</summary>
    public string Title { get; init; } = "Lebendiger Winterkalender";

    /// <summary>Stands at the end of every text that the group wrote.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Whether groups agree to get their notice electronically.</summary>
    public bool Electronic { get; init; } = true;

    public string FundKey => $"vf_{Quarter}";

    public Person Applicant => app.As(Applies);

    public Person Management => app.As($"management.{Quarter}@demo.example");

    public Person OfficeA => app.As(Staff(ActorRole.Office, 0));

    public Person OfficeB => app.As(Staff(ActorRole.Office, 1));

    public Person FinanceA => app.As(Staff(ActorRole.Finance, 0));

    public Person FinanceB => app.As(Staff(ActorRole.Finance, 1));

    public Person FinanceC => app.As(Staff(ActorRole.Finance, 2));

    public SteeringCircle Circle => app.City.Circle($"sk_{Quarter}");

    public static Money Euro(decimal euro) => Money.FromCents((long)(euro * 100));

    public ApplicationForm Form(decimal costs = 450, decimal own = 50)
    {
        var today = app.Services.GetRequiredService<BerlinTime>().Today;
        var guideline = app.City.GuidelineOn(FundKey, today)!;
        return new(
            new(ApplicantKind.Initiative, $"Nachbarschaftsgruppe Winterlicht{Mark}", null, $"Sprecher*in der Gruppe{Mark}", $"Ansprechperson der Gruppe{Mark}", "0521 51-0",
                Applies, $"Musterweg 1{Mark}", "33609", "Bielefeld", null, null, DeductsInputTax: false),
            new($"{Title}{Mark}", $"An 24 Abenden öffnet sich eine Tür.{Mark}", $"Jeden Abend lädt ein anderes Haus ein.{Mark}", guideline.Categories[0].Key,
                [guideline.Goals[0].Key], $"Alle im Quartier{Mark}", 300, OnlyOneClosedGroup: false, $"Häuser gestalten ihre Tür selbst.{Mark}", $"Schule und Sportverein{Mark}"),
            new($"Am Wellbach{Mark}", IsInsideArea: true, null, today.AddDays(90), today.AddDays(110), UsesOthersLand: false),
            Costs(costs, guideline.CostCategories[0].Key),
            new(OwnMeans: Euro(own), Requested: Euro(costs - own), AboveCapReason: costs > 10_000 ? "Das ganze Quartier macht mit." : null, HasOtherPublicFunding: false, HasFollowUpCosts: false, PublicityPromised: true),
            new([.. guideline.Declarations.Where(d => Electronic || d.Key != DeclarationKeys.ElectronicNotice).Select(d => new GivenDeclaration(d.Key, d.Version, app.Clock.GetUtcNow()))]));
    }

    /// <summary>Cost items below the sum from which quotes are needed.</summary>
    private List<CostItem> Costs(decimal total, string category)
    {
        List<CostItem> items = [];
        for (var rest = total; rest > 0; rest -= 900)
        {
            items.Add(new CostItem($"Laternen, Lieferung {items.Count + 1}{Mark}", category, 1, Euro(Math.Min(rest, 900)), Euro(Math.Min(rest, 900))));
        }

        return items;
    }

    /// <summary>A submitted application that waits for its review.</summary>
    public async Task<Guid> Submitted(string? applicant = null, decimal costs = 450, decimal own = 50, byte[]? attach = null)
    {
        var id = await Drafted(applicant, costs, own);
        if (attach is not null)
        {
            await app.As(applicant ?? Applies).Send(new AttachFile(id, AttachmentKind.Sketch, CostIndex: null, "anlage.pdf", "application/pdf", attach));
        }

        await app.As(applicant ?? Applies).Send(await SubmitOf(id));
        return id;
    }

    /// <summary>The draft handed in as it is now.</summary>
    public async Task<SubmitApplication> SubmitOf(Guid id) => new(id, (await app.Read(db => db.Applications.SingleAsync(a => a.Id == id))).Version);

    /// <summary>What somebody sees of a part of the form now.</summary>
    public async Task<string> MarkOf(Guid id, FormPart part) => PartMark.Of((await app.Read(db => db.Applications.SingleAsync(a => a.Id == id))).Form, part);

    /// <summary>A draft that is ready to be submitted.</summary>
    public async Task<Guid> Drafted(string? applicant = null, decimal costs = 450, decimal own = 50)
    {
        var citizen = app.As(applicant ?? Applies);
        var (id, form) = (await citizen.Send(new StartOwnApplication(FundKey)), Form(costs, own));
        await citizen.Send(new SaveWho(id, form.Who));
        await citizen.Send(new SaveProject(id, form.Project));
        await citizen.Send(new SavePlaceAndTime(id, form.PlaceAndTime));
        await citizen.Send(new SaveCosts(id, form.Costs));
        await citizen.Send(new SaveFinancing(id, form.Financing));
        await citizen.Send(new SaveDeclarations(id, [.. form.Declarations.Given!.Select(d => d.Key)]));
        return id;
    }

    /// <summary>Reviewed and sent on to the circle.</summary>
    public async Task<Guid> Forwarded(string? applicant = null, decimal costs = 450, decimal own = 50)
    {
        var id = await Submitted(applicant, costs, own);
        await Management.Send(await ForwardOf(id));
        return id;
    }

    /// <summary>The command that sends a submitted application on, all criteria met, with what it asks for.</summary>
    public async Task<ForwardReview> ForwardOf(Guid id)
    {
        var view = await Management.Send(new ShowReview(id));
        return new ForwardReview(
            view.Open!.AssignmentId, view.Version, [.. view.Checklist.Select(c => new CriterionAnswer(c.Key, Verdict.Met))],
            new Recommendation(view.Application.TotalCosts, view.Application.Requested, []), Note: null);
    }

    /// <summary>A meeting of the circle that is open, with these applications on its agenda and all voting members there.</summary>
    public async Task<Guid> OpenMeeting(params Guid[] applications)
    {
        var meeting = await Management.Send(new PlanMeeting(Circle.Key, app.Clock.GetUtcNow().AddMinutes(1), "Stadtteilbüro"));
        foreach (var application in applications)
        {
            await Management.Send(new AddApplicationToAgenda(meeting, application));
        }

        await Management.Send(new InviteCircle(meeting));
        await Management.Send(new OpenMeeting(meeting));
        await Management.Send(new RecordAttendance(meeting, await MeetingVersion(meeting), [.. Voters.Select(m => new MemberPresence(m.UserId, Presence.Present))]));
        return meeting;
    }

    public Task<int> MeetingVersion(Guid meeting) => app.Read(db => db.Meetings.Where(m => m.Id == meeting).Select(m => m.Version).SingleAsync());

    /// <summary>An open ballot on an application, in a meeting of its own.</summary>
    public async Task<Guid> OpenBallot(Guid application) => await OpenBallotIn(await OpenMeeting(application), application);

    /// <summary>An open ballot on an application that stands on the agenda.</summary>
    public async Task<Guid> OpenBallotIn(Guid meeting, Guid application)
        => await Management.Send(new OpenBallot(meeting, await ItemOf(meeting, application)));

    public async Task<Guid> ItemOf(Guid meeting, Guid application)
        => (await app.Read(db => db.Meetings.SingleAsync(m => m.Id == meeting))).AgendaItems.Single(i => i.ApplicationId == application).Id;

    /// <summary>A ballot that was carried (or rejected) by all votes and closed.</summary>
    public async Task<Guid> ClosedBallot(Guid application, VoteChoice choice = VoteChoice.Yes)
    {
        var ballot = await OpenBallot(application);
        foreach (var member in Voters)
        {
            await Management.Send(new CastVote(ballot, member.UserId, choice));
        }

        await Management.Send(new CloseBallot(ballot));
        return ballot;
    }

    public IReadOnlyList<CircleMember> Voters => [.. Circle.Members.Where(m => m is { Voting: true, DeputyOf: null })];

    /// <summary>Decided by a meeting of the circle in which all voting members said yes.</summary>
    public async Task<Guid> Decided(ResolutionOutcome outcome = ResolutionOutcome.Approved, decimal? amount = null, string? applicant = null, decimal costs = 450, params Condition[] conditions)
    {
        var id = await Forwarded(applicant, costs);
        var ballot = await ClosedBallot(id, outcome is ResolutionOutcome.Rejected or ResolutionOutcome.Deferred ? VoteChoice.No : VoteChoice.Yes);
        var requested = (await app.Read(db => db.Applications.SingleAsync(a => a.Id == id))).RequestedAmount;
        var granted = outcome is ResolutionOutcome.Rejected or ResolutionOutcome.Deferred ? (Money?)null : amount is { } euro ? Euro(euro) : requested;
        await Management.Send(new RecordResolution(ballot, outcome, granted, conditions, "Gutes Projekt für alle im Quartier."));
        return id;
    }

    /// <summary>Approved, and the notice is sent: the project may start.</summary>
    public async Task<Guid> Notified(string? applicant = null, decimal costs = 450)
    {
        var id = await Decided(applicant: applicant, costs: costs);
        await NoticeSubmitted(id);
        await OfficeB.Send(new ReleaseNotice(id, await NoticeVersion(id)));
        return id;
    }

    /// <summary>Approved, and its workflow failed: the notice that it was to send is gone.</summary>
    public async Task<Guid> Failed()
    {
        var id = await Decided();
        await NoticeSubmitted(id);
        await OfficeB.Send(new Do(async services =>
        {
            var (db, desk) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<Desk>());
            var work = await desk.OpenForAsync(id, "ReleaseNotice", CancellationToken.None);
            db.Notices.Remove(await db.Notices.SingleAsync(n => n.ApplicationId == id));
            await desk.CompleteAsync(work, "Released", payload: null, CancellationToken.None);
        }));
        return id;
    }

    /// <summary>The proposed text of the notice, handed to a second person as it stands.</summary>
    public async Task NoticeSubmitted(Guid id) => await OfficeA.Send(new SubmitNotice(id, (await OfficeA.Send(new ShowNotice(id))).Draft));

    public Task<int> NoticeVersion(Guid id) => app.Read(db => db.Notices.Where(n => n.ApplicationId == id).OrderByDescending(n => n.DraftedAt).Select(n => n.Version).FirstAsync());

    public Task<string> Stage(Guid applicationId) => app.Read(db => db.WorkflowInstances.Where(i => i.ApplicationId == applicationId).Select(i => i.Stage).SingleAsync());

    private string Staff(ActorRole role, int index) => app.City.City.Accounts.Where(a => a.Role == role).ElementAt(index).UserId;
}
