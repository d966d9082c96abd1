using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Decisions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Write;

/// <summary>Everything the office sees of an application's notice.</summary>
internal sealed record ShowNotice(Guid ApplicationId) : IRequest<NoticeView>;

internal sealed record NoticeView
{
    public required Guid ApplicationId { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Group { get; init; }

    public required Money Requested { get; init; }

    public required string Stage { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DecisionView? Decision { get; init; }

    /// <summary>Why the management refused; null when the circle decided.</summary>
    public required string? NotEligibleReason { get; init; }

    public required bool GoesByMail { get; init; }

    /// <summary>True while the court in the legal remedy is only a proposal.</summary>
    public required bool CourtIsProposal { get; init; }

    /// <summary>The step that waits: DraftNotice, ReleaseNotice or null.</summary>
    public required string? Step { get; init; }

    public required DateOnly? DueOn { get; init; }

    /// <summary>The ports of the step: the buttons.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Whether this person may do the step.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The text: as it was saved, else as it is proposed.</summary>
    public required NoticeDraft Draft { get; init; }

    /// <summary>Names of those who wrote on it.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    public required string? SentBackReason { get; init; }

    public required IReadOnlyList<SentNotice> Sent { get; init; }
}

internal sealed record DecisionView(ResolutionOutcome Outcome, DateTimeOffset At, Money? Amount, string Reason, IReadOnlyList<Condition> Conditions);

/// <summary>A notice that went out, and its files.</summary>
internal sealed record SentNotice(
    Guid Id, string Number, NoticeKind Kind, DateOnly SentOn, DeliveryChannel Channel, DateOnly? PostedOn, DateOnly? DeemedKnownOn, DateOnly? RemedyEndsOn, DateOnly? MayStartFrom, IReadOnlyList<string> Formats);

internal sealed class ShowNoticeHandler(FondsDb db, Access access, CommandContext who, CityBook city, NoticeDrafter drafter) : IRequestHandler<ShowNotice, NoticeView>
{
    public async Task<NoticeView> Handle(ShowNotice request, CancellationToken cancellationToken)
    {
        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ApplicationId, cancellationToken) ?? throw new NotFoundException();
        var stage = await db.WorkflowInstances.Where(i => i.ApplicationId == application.Id).Select(i => i.Stage).FirstOrDefaultAsync(cancellationToken);
        var work = await WorkAsync(application.Id, cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(n => n.ApplicationId == application.Id).OrderByDescending(n => n.DraftedAt).ToListAsync(cancellationToken);
        if (work is null && notices.Count == 0)
        {
            throw new NotFoundException();
        }

        var basis = await NoticeBasis.LoadAsync(db, application.Id, cancellationToken);
        var open = notices.Find(n => n.ReleasedAt is null);
        return new()
        {
            ApplicationId = application.Id,
            Number = application.Number!.ToString(),
            Title = application.Form.Project.Title ?? "",
            Group = application.Form.Who.Name ?? application.Form.Who.ContactName ?? "",
            Requested = application.RequestedAmount,
            Stage = stage ?? Stages.Draft,
            Kind = basis.Kind,
            Decision = basis.Resolution is { } r ? new(r.Outcome, r.DecidedAt, r.Amount, r.Reason, r.Conditions) : null,
            NotEligibleReason = basis.Resolution is null ? basis.Review.ResultReason : null,
            GoesByMail = NoticeLetters.GoesByMail(application),
            CourtIsProposal = city.City.Court.IsProposal,
            Step = work?.Activity,
            DueOn = work?.DueOn,
            Outcomes = work?.Outcomes ?? [],
            IsMine = work?.MayBeDoneBy(who.Actor) == true,
            Draft = NoticeDraft.Of(open?.Text ?? drafter.Propose(application, basis), open?.Version),
            Authors = open is null ? [] : await NamesAsync(open.Authors, cancellationToken),
            SentBackReason = open?.SentBackReason,
            Sent = await SentAsync(application, notices, cancellationToken),
        };
    }

    private Task<Assignment?> WorkAsync(Guid applicationId, CancellationToken cancellationToken)
        => db.Assignments.AsNoTracking().FirstOrDefaultAsync(
            a => a.ApplicationId == applicationId && (a.Activity == "DraftNotice" || a.Activity == "ReleaseNotice") && a.CompletedAt == null && a.CancelledAt == null, cancellationToken);

    private async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return [.. ids.Select(id => names.GetValueOrDefault(id, id))];
    }

    private async Task<IReadOnlyList<SentNotice>> SentAsync(GrantApplication application, List<Notice> notices, CancellationToken cancellationToken)
        => await SentNotices.OfAsync(db, application.Id, notices, city.GuidelineOf(application).Deadlines.LegalRemedyMonths.Value, cancellationToken);
}

/// <summary>Notices that went out, with the formats their files have.</summary>
internal static class SentNotices
{
    public static async Task<IReadOnlyList<SentNotice>> OfAsync(FondsDb db, Guid applicationId, IEnumerable<Notice> notices, int remedyMonths, CancellationToken cancellationToken)
    {
        var files = await db.Files.Where(f => f.ApplicationId == applicationId && f.NoticeId != null).Select(f => new { f.NoticeId, f.ContentType }).ToListAsync(cancellationToken);
        return
        [
            .. from n in notices
               where n.SentOn is not null
               select new SentNotice(
                   n.Id, n.Number, n.Kind, n.SentOn!.Value, n.Channel!.Value, n.PostedOn, n.DeemedKnownOn, n.RemedyEndsOn(remedyMonths), n.MayStartFrom,
                   [.. new[] { NoticeLetters.Pdf, NoticeLetters.Html }.Where(f => files.Exists(file => file.NoticeId == n.Id && file.ContentType == NoticeLetters.ContentTypeOf(f)))]),
        ];
    }
}

internal sealed class ShowNoticeEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowNotice, NoticeView>("notices", Policies.Office);
}
