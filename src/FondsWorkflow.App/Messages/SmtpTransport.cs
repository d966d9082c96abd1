using FondsWorkflow.App.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FondsWorkflow.App.Messages;

/// <summary>Sends mails over SMTP. The message id stays the same on a repeated attempt, so that mail servers and readers can drop a duplicate.</summary>
internal sealed class SmtpTransport(IOptions<FondsOptions> options, ILogger<SmtpTransport> log) : IMailTransport
{
    private const int PermanentReply = 500;

    /// <summary>Shorter than the outbox waits before it tries again, so that two attempts never overlap.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            await TalkAsync(message, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the mail within {Longest.TotalSeconds:0} seconds.", e);
        }
    }

    private async Task TalkAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var mail = options.Value.Mail;
        using var client = new SmtpClient { Timeout = (int)Longest.TotalMilliseconds / 2 };
        await client.ConnectAsync(mail.SmtpHost, mail.SmtpPort, Security(mail.SmtpSecurity), cancellationToken);
        if (mail.SmtpUser.Length > 0)
        {
            await client.AuthenticateAsync(mail.SmtpUser, mail.SmtpPassword, cancellationToken);
        }

        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= PermanentReply && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            throw new UndeliverableException(refusal.Message, refusal);
        }

        await PartAsync(client, cancellationToken);
    }

    /// <summary>The server has the mail; a failing goodbye must not send it a second time.</summary>
    private async Task PartAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception e)
        {
            log.LogInformation(e, "The mail server hung up without saying goodbye");
        }
    }

    private static SecureSocketOptions Security(string name) => name switch
    {
        "None" => SecureSocketOptions.None,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "StartTls" => SecureSocketOptions.StartTls,
        _ => throw new InvalidOperationException($"Fonds:Mail:SmtpSecurity is '{name}'; use None, StartTls or Tls."),
    };
}
