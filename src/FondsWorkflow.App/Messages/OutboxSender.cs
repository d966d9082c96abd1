using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FondsWorkflow.App.Messages;

/// <summary>
/// Sends what is due. A row is claimed (one more attempt, due again later) before the mail leaves and closed after it left; the claim is a concurrency token, so two
/// nodes never send the same row. A process that dies in between leaves a row that becomes due again.
/// </summary>
internal sealed class OutboxSender(FondsDb db, IMailTransport transport, IOptions<FondsOptions> options, TimeProvider clock, CrashPoints crash, ILogger<OutboxSender> log)
{
    private const int MaxAttempts = 12;

    /// <returns>How many mails left.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (await NextAsync(cancellationToken) is { } message)
        {
            sent += await ClaimAsync(message, cancellationToken) && await DeliverAsync(message, cancellationToken) ? 1 : 0;
        }

        return sent;
    }

    private Task<OutboxMessage?> NextAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        return db.Outbox.Where(m => m.DueAt != null && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One row at a time, right before it is sent: a slow mail server never lets the claim of the rows behind it run out.</summary>
    private Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        message.Attempts++;
        message.DueAt = message.Attempts >= MaxAttempts ? null : clock.GetUtcNow() + Backoff(message.Attempts);
        return TrySaveAsync(cancellationToken);
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(await ComposeAsync(message, cancellationToken), cancellationToken);
            crash.Maybe("after-mail");
            message.SentAt = clock.GetUtcNow();
            message.DueAt = null;
            message.LastError = null;
            message.Body = message.IsSecret ? "" : message.Body;
        }
        catch (UndeliverableException e)
        {
            log.LogWarning(e, "Mail {Id} was refused for good", message.Id);
            message.LastError = e.Message;
            message.DueAt = null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Mail {Id} could not be sent (attempt {Attempt})", message.Id, message.Attempts);
            message.LastError = e.Message;
        }

        await TrySaveAsync(cancellationToken);
        return message.SentAt is not null;
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        await using var turn = await db.WriteGate.EnterAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // Another node claimed this row; it sends it.
            return false;
        }
    }

    private async Task<MimeMessage> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var mail = options.Value.Mail;
        var body = new BodyBuilder { TextBody = message.Body };
        if (message.AttachmentId is { } id)
        {
            var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == id, cancellationToken);
            body.Attachments.Add(file.FileName, file.Content, ContentType.Parse(file.ContentType));
        }

        return new MimeMessage([new MailboxAddress(mail.FromName, mail.FromAddress)], [MailboxAddress.Parse(message.To)], message.Subject, body.ToMessageBody())
        {
            MessageId = $"{message.Id:N}@{mail.FromAddress.Split('@')[^1]}",
            Date = message.CreatedAt,
        };
    }

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts), 24 * 60));
}
