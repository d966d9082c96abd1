using System.Text.RegularExpressions;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Features.Outbox.Show;

/// <summary>The newest mails, 50 a page; the management sees those of its quarter only.</summary>
/// <param name="State">Only mails in this state; null: all.</param>
/// <param name="Before">The page after this mail; null: the newest.</param>
internal sealed record ShowOutbox(MailState? State = null, Guid? Before = null) : IRequest<OutboxView>;

internal enum MailState
{
    /// <summary>Not sent yet, will be.</summary>
    Waiting,

    /// <summary>Failed at least once; will be tried again, or was given up.</summary>
    Failed,

    Sent,
}

internal sealed record OutboxView(IReadOnlyList<MailLine> Mails, Guid? Next);

internal sealed record MailLine(Guid Id, DateTimeOffset CreatedAt, string To, string Subject, MailState State, bool HasAttachment, Guid? ApplicationId);

/// <summary>One mail as it goes out.</summary>
internal sealed record ShowMail(Guid Id) : IRequest<MailView>;

internal sealed record MailView(
    Guid Id, string To, string Subject, string Body, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? DueAt, int Attempts, string? LastError, MailState State, string? AttachmentName, bool MayResend);

/// <summary>The file that goes with a mail.</summary>
internal sealed record ShowAttachment(Guid MailId) : IRequest<StoredFile>;

/// <summary>Which mails somebody may read.</summary>
internal sealed class MailAccess(FondsDb db, Access access, CommandContext who)
{
    public IQueryable<OutboxMessage> Mails() => who.Actor.Role switch
    {
        ActorRole.Administrator or ActorRole.Auditor => db.Outbox.AsNoTracking(),
        ActorRole.Management => OfOwnQuarter(),
        _ => throw new NotFoundException(),
    };

    private IQueryable<OutboxMessage> OfOwnQuarter()
    {
        var own = access.Applications();
        return db.Outbox.AsNoTracking().Where(m => own.Any(a => a.Id == m.ApplicationId));
    }

    public static MailState StateOf(OutboxMessage mail) => mail.SentAt is not null ? MailState.Sent : mail.LastError is not null || mail.DueAt is null ? MailState.Failed : MailState.Waiting;
}

internal sealed class ShowOutboxHandler(FondsDb db, MailAccess access) : IRequestHandler<ShowOutbox, OutboxView>
{
    private const int PageSize = 50;

    public async Task<OutboxView> Handle(ShowOutbox request, CancellationToken cancellationToken)
    {
        var mails = InState(access.Mails(), request.State);
        if (request.Before is { } before)
        {
            var at = await db.Outbox.Where(m => m.Id == before).Select(m => (DateTimeOffset?)m.CreatedAt).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
            mails = mails.Where(m => m.CreatedAt < at || (m.CreatedAt == at && m.Id.CompareTo(before) < 0));
        }

        var page = await mails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(
            [.. page.Take(PageSize).Select(m => new MailLine(m.Id, m.CreatedAt, m.To, m.Subject, MailAccess.StateOf(m), m.AttachmentId is not null, m.ApplicationId))],
            page.Count > PageSize ? page[PageSize - 1].Id : null);
    }

    private static IQueryable<OutboxMessage> InState(IQueryable<OutboxMessage> mails, MailState? state) => state switch
    {
        MailState.Sent => mails.Where(m => m.SentAt != null),
        MailState.Failed => mails.Where(m => m.SentAt == null && (m.LastError != null || m.DueAt == null)),
        MailState.Waiting => mails.Where(m => m.SentAt == null && m.LastError == null && m.DueAt != null),
        _ => mails,
    };
}

internal sealed partial class ShowMailHandler(FondsDb db, MailAccess access, CommandContext who, IOptions<FondsOptions> options) : IRequestHandler<ShowMail, MailView>
{
    public async Task<MailView> Handle(ShowMail request, CancellationToken cancellationToken)
    {
        var mail = await access.Mails().SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        var attachment = await db.Files.Where(f => f.Id == mail.AttachmentId).Select(f => f.FileName).SingleOrDefaultAsync(cancellationToken);
        var state = MailAccess.StateOf(mail);
        return new(
            mail.Id, mail.To, mail.Subject, Readable(mail.Body), mail.CreatedAt, mail.SentAt, mail.DueAt, mail.Attempts, mail.LastError, state, attachment,
            state == MailState.Failed && who.Actor.Role == ActorRole.Administrator);
    }

    /// <summary>A link that signs somebody in is for its reader alone; only the demo shows it to the administrator, because its mails go nowhere else.</summary>
    private string Readable(string body) => options.Value.Demo && who.Actor.Role == ActorRole.Administrator ? body : Token().Replace(body, "…");

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{40,}(?![A-Za-z0-9_-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

internal sealed class ShowAttachmentHandler(FondsDb db, MailAccess access) : IRequestHandler<ShowAttachment, StoredFile>
{
    public async Task<StoredFile> Handle(ShowAttachment request, CancellationToken cancellationToken)
    {
        var file = await access.Mails().Where(m => m.Id == request.MailId).Select(m => m.AttachmentId).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
        return await db.Files.AsNoTracking().SingleAsync(f => f.Id == file, cancellationToken);
    }
}

internal sealed class ShowOutboxEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowOutbox, OutboxView>("outbox", Policies.Outbox);
        api.MapQuery<ShowMail, MailView>("outbox/mail", Policies.Outbox);
        api.MapFile<ShowAttachment, StoredFile>("outbox/attachment", Policies.Outbox, f => f.AsFile());
    }
}
