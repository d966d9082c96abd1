using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Start;

/// <summary>Sends the link to one's own applications again. Who has none gets no mail, but the same answer.</summary>
internal sealed record SendSignInLink(string Email) : ICommand<Unit>;

internal sealed class SendSignInLinkHandler(FondsDb db, SignInMails mails) : IRequestHandler<SendSignInLink, Unit>
{
    public async Task<Unit> Handle(SendSignInLink request, CancellationToken cancellationToken)
    {
        var email = PlainText.Line(request.Email)?.ToLowerInvariant();
        Require.None(GrantApplication.ProblemsOfEmail(nameof(request.Email), email));
        if (await db.Applications.AnyAsync(a => a.ApplicantEmail == email, cancellationToken) && await mails.MaySendAsync(email!, cancellationToken))
        {
            await mails.SendAsync(email!, "/antrag", applicationId: null);
        }

        return Unit.Value;
    }
}

/// <summary>Mails that sign a citizen in; an address gets only so many in an hour.</summary>
internal sealed class SignInMails(FondsDb db, MailLinks links, PublicLinks addresses, Post post, IIdSource ids, BerlinTime clock)
{
    public const int MostInAnHour = 5;

    public async Task<bool> MaySendAsync(string email, CancellationToken cancellationToken)
    {
        await db.LockNameAsync($"sign-in:{email}", cancellationToken);
        var since = clock.Now.AddHours(-1);
        return await db.SignInLinks.CountAsync(l => l.Email == email && l.CreatedAt > since, cancellationToken) < MostInAnHour;
    }

    public Task SendAsync(string email, string returnPath, Guid? applicationId)
        => post.SendAsync(
            OutboxMessage.SecretKey(ids.New()),
            email,
            "SignIn",
            applicationId,
            [addresses.To($"/anmelden/link/{links.Create(email, returnPath)}"), (int)SignInLink.Lifetime.TotalMinutes, addresses.To("/antrag/fortsetzen")]);
}
