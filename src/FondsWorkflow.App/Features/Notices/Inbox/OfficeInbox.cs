using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices.Inbox;

/// <summary>What waits for the office: work by due date, and letters to bring to the post.</summary>
internal sealed record OfficeInbox : IRequest<OfficeInboxView>;

internal sealed record OfficeInboxView(IReadOnlyList<InboxLine> Work, IReadOnlyList<LetterLine> Letters);

/// <summary>One piece of work: the page it is done on, and whether this person may do it (four eyes).</summary>
internal sealed record InboxLine(Guid ApplicationId, string Number, string Title, string Group, string Quarter, string Activity, DateOnly? DueOn, bool IsOverdue, bool IsMine, string Url);

internal sealed record LetterLine(Guid NoticeId, Guid ApplicationId, string NoticeNumber, string Title, string Recipient, DateOnly SentOn, bool HasPdf);

internal sealed class OfficeInboxHandler(FondsDb db, CommandContext who, CityBook city, BerlinTime clock) : IRequestHandler<OfficeInbox, OfficeInboxView>
{
    private const int Most = 200;

    public async Task<OfficeInboxView> Handle(OfficeInbox request, CancellationToken cancellationToken) => new(await WorkAsync(cancellationToken), await LettersAsync(cancellationToken));

    private async Task<IReadOnlyList<InboxLine>> WorkAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Assignments.AsNoTracking()
            .Where(a => a.Role == ActorRole.Office && a.CompletedAt == null && a.CancelledAt == null)
            .OrderBy(a => a.DueOn).ThenBy(a => a.CreatedAt).Take(Most)
            .Join(db.Applications.AsNoTracking(), a => a.ApplicationId, p => p.Id, (a, p) => new { Work = a, Application = p })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               orderby row.Work.DueOn ?? DateOnly.MaxValue, row.Work.CreatedAt
               let form = row.Application.Form
               select new InboxLine(
                   row.Application.Id, row.Application.Number!.ToString(), form.Project.Title ?? "", form.Who.Name ?? form.Who.ContactName ?? "", city.Quarter(row.Application.QuarterKey).Name,
                   row.Work.Activity, row.Work.DueOn, row.Work.IsOverdue(clock.Today), row.Work.MayBeDoneBy(who.Actor), StepPages.Of(row.Work.Activity, row.Application.Id)),
        ];
    }

    private async Task<IReadOnlyList<LetterLine>> LettersAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Notices.AsNoTracking().Where(n => n.Channel == DeliveryChannel.Post && n.PostedOn == null).OrderBy(n => n.SentOn).Take(Most)
            .Join(db.Applications.AsNoTracking(), n => n.ApplicationId, p => p.Id, (n, p) => new { Notice = n, Application = p })
            .ToListAsync(cancellationToken);
        List<LetterLine> lines = [];
        foreach (var row in rows)
        {
            var hasPdf = await NoticeLetters.Of(db, row.Notice.Id, NoticeLetters.Pdf).AnyAsync(cancellationToken);
            var form = row.Application.Form;
            lines.Add(new(row.Notice.Id, row.Application.Id, row.Notice.Number, form.Project.Title ?? "", form.Who.Name ?? form.Who.ContactName ?? "", row.Notice.SentOn!.Value, hasPdf));
        }

        return lines;
    }
}

internal sealed class OfficeInboxEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<OfficeInbox, OfficeInboxView>("office/inbox", Policies.Office);
}
