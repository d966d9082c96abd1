using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Show;

/// <summary>Where the own application stands, what comes next, and what happened.</summary>
internal sealed record ShowApplication(Guid Id) : IRequest<ApplicationView>;

/// <param name="Id">The application.</param>
/// <param name="Number">Its number; null for a draft.</param>
/// <param name="Title">Its title, when it has one.</param>
/// <param name="Fund">Name of the fund.</param>
/// <param name="Office">Whom to ask: name and address of the neighbourhood office.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Work">What the applicant has to do now; null: nothing.</param>
/// <param name="Requested">Asked for.</param>
/// <param name="Granted">Granted; null before the resolution.</param>
/// <param name="Paid">Paid so far.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="MayStartFrom">First day the project may begin; null: not yet.</param>
/// <param name="ProjectStarts">First day of the project, as the group plans it.</param>
/// <param name="ProjectEnds">Last day of the project.</param>
/// <param name="MeetingOn">The meeting that has it on its agenda, else the next one.</param>
/// <param name="ProofFiled">Whether the group has filed its proof of use.</param>
/// <param name="Conditions">What must still be fulfilled before the notice is written.</param>
/// <param name="CanWithdraw">Whether it can still be withdrawn.</param>
/// <param name="Letters">Notices that were sent.</param>
/// <param name="Attachments">What was attached.</param>
/// <param name="History">What happened, the last first.</param>
internal sealed record ApplicationView(
    Guid Id, string? Number, string? Title, string Fund, string Office, string Stage, OpenWork? Work, Money Requested, Money? Granted, Money Paid, DateTimeOffset? SubmittedAt,
    DateOnly? MayStartFrom, DateOnly? ProjectStarts, DateOnly? ProjectEnds, DateOnly? MeetingOn, bool ProofFiled, IReadOnlyList<string> Conditions, bool CanWithdraw,
    IReadOnlyList<Letter> Letters, IReadOnlyList<AttachmentRef> Attachments, IReadOnlyList<HistoryLine> History)
{
    public bool IsDraft => SubmittedAt is null;

    /// <summary>The project must still wait for its notice.</summary>
    public bool MayNotStart => MayStartFrom is null && !Stages.IsEnd(Stage);

    /// <summary>The project may begin, and its proof was not yet filed.</summary>
    public bool MayStart => MayStartFrom is not null && !Stages.IsEnd(Stage) && !ProofFiled;

    /// <summary>The group plans to begin before anybody has decided.</summary>
    public bool StartsBeforeDecision => ProjectStarts <= MeetingOn;
}

/// <summary>A step that waits for the applicant.</summary>
internal sealed record OpenWork(Guid AssignmentId, string Activity, DateOnly? DueOn, string Url);

/// <summary>A notice that was sent, and the formats it can be read in.</summary>
internal sealed record Letter(Guid Id, string Number, NoticeKind Kind, DateOnly SentOn, IReadOnlyList<string> Formats);

/// <summary>One thing that happened. <c>By</c> is a role, or <c>You</c>.</summary>
internal sealed record HistoryLine(DateTimeOffset At, string Command, string By);

internal sealed class ShowApplicationHandler(FondsDb db, Access access, CityBook city, CircleDates dates, History history) : IRequestHandler<ShowApplication, ApplicationView>
{
    public async Task<ApplicationView> Handle(ShowApplication request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.Id, cancellationToken);
        var stage = await db.WorkflowInstances.Where(i => i.ApplicationId == request.Id).Select(i => i.Stage).FirstOrDefaultAsync(cancellationToken) ?? Stages.Draft;
        var open = await db.Assignments.AsNoTracking().Where(a => a.ApplicationId == request.Id && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        var mine = open.Find(a => a.Role == ActorRole.Applicant);
        var notices = await db.Notices.AsNoTracking().Where(n => n.ApplicationId == request.Id && n.SentAt != null).OrderBy(n => n.SentAt).ToListAsync(cancellationToken);
        var letters = notices.Count == 0 ? [] : await SentNotices.OfAsync(db, request.Id, notices, city.GuidelineOf(application).Deadlines.LegalRemedyMonths.Value, cancellationToken);
        var money = await db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == request.Id).OrderByDescending(e => e.Year).ThenByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new ApplicationView(
            application.Id,
            application.Number?.ToString(),
            application.Form.Project.Title,
            city.Fund(application.FundKey).Name,
            city.Office(city.Quarter(application.QuarterKey).OfficeKey) is var office && office.Address is { Value: var address } ? $"{office.Name}, {address}" : office.Name,
            stage,
            mine is null ? null : new OpenWork(mine.Id, mine.Activity, mine.DueOn, StepPages.Of(mine.Activity, application.Id)),
            application.RequestedAmount,
            application.GrantedAmount,
            money?.Case?.Paid ?? Money.Zero,
            application.SubmittedAt,
            notices.FindLast(n => n.Kind == NoticeKind.Grant)?.MayStartFrom,
            application.Form.PlaceAndTime.From,
            application.Form.PlaceAndTime.To,
            stage is "ReviewApplication" or "DecideInCircle" ? await dates.NextAsync(application, cancellationToken) : null,
            await db.Proofs.AnyAsync(p => p.ApplicationId == request.Id && p.SubmittedAt != null, cancellationToken),
            stage is "FulfilConditions" ? [.. (await db.Resolutions.AsNoTracking().SingleAsync(r => r.ApplicationId == request.Id && r.Amount != null, cancellationToken)).ConditionsBeforeNotice.Select(c => c.Text)] : [],
            open.Exists(a => a.Outcomes.Contains("Withdrawn", StringComparer.Ordinal)),
            [.. letters.Select(n => new Letter(n.Id, n.Number, n.Kind, n.SentOn, n.Formats))],
            application.Attachments,
            await history.OfAsync(application, cancellationToken));
    }
}

/// <summary>The audit log in the words of the applicant: only what has a text, never details or notes.</summary>
internal sealed class History(FondsDb db, Resources.Texts texts)
{
    /// <summary>Shown where the applicant acted.</summary>
    public const string You = nameof(You);

    public async Task<IReadOnlyList<HistoryLine>> OfAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == application.Id).OrderByDescending(e => e.Sequence)
            .Select(e => new { e.At, e.Command, e.ActorId, e.ActorRole }).ToListAsync(cancellationToken);
        return
        [
            .. entries.Where(e => texts.Find($"Applications.History.{e.Command}") is not null)
                .Select(e => new HistoryLine(e.At, e.Command, e.ActorId.Length == 0 || e.ActorId == application.ApplicantEmail ? You : e.ActorRole)),
        ];
    }
}

internal sealed class ShowEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowApplication, ApplicationView>("applications/status", Policies.Applicant);
}
