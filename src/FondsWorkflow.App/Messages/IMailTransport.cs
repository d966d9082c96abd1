using MimeKit;

namespace FondsWorkflow.App.Messages;

/// <summary>The border to the outside world over which mails leave.</summary>
internal interface IMailTransport
{
    /// <summary>Hands one mail over; delivering the same <c>Message-Id</c> again must not create a second mail where the transport can tell.</summary>
    /// <exception cref="UndeliverableException">When it was refused for good.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
