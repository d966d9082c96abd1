using FondsWorkflow.App.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FondsWorkflow.App.Messages;

/// <summary>Sends mails over SMTP. The message id stays the same on a repeated attempt, so that mail servers and readers can drop a duplicate.</summary>
internal sealed class SmtpTransport(IOptions<FondsOptions> options) : IMailTransport
{
    private const int PermanentReply = 500;

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var mail = options.Value.Mail;
        using var client = new SmtpClient { Timeout = 30_000 };
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

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static SecureSocketOptions Security(string name) => name switch
    {
        "None" => SecureSocketOptions.None,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "StartTls" => SecureSocketOptions.StartTls,
        _ => throw new InvalidOperationException($"Fonds:Mail:SmtpSecurity is '{name}'; use None, StartTls or Tls."),
    };
}
