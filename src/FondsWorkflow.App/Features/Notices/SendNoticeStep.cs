using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>
/// Sends the released notice in the name of the person who released it: by e-mail to readers who agreed, else the letter lies ready for the post.
/// A grant's money is committed from here on.
/// </summary>
[Activity("Fonds.SendNotice")]
internal sealed class SendNoticeStep(FondsDb db, StepDesk desk, LedgerBook ledger, NoticeLetters letters, PrintTray tray, Post post, PublicLinks links, CommandContext who, BerlinTime clock, Texts texts) : FundStep
{
    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var notice = await NoticeLookup.LatestAsync(db, application.Id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no notice on {application.Number} to send.");
        var consents = NoticeLetters.GoesByMail(application);
        var sender = await SenderAsync(notice);
        notice.Send(consents ? DeliveryChannel.Email : DeliveryChannel.Post, consents, sender, clock.Now, clock.Today);
        if (notice.Kind == NoticeKind.Grant)
        {
            var book = await ledger.OpenAsync(application, CancellationToken.None);
            book.Commit(book.Case.Reserved, texts["Ledger.NoticeSent", notice.Number]);
        }

        var html = letters.HtmlOf(notice, application, sender.Name);
        var letter = letters.Keep(notice, html);
        if (tray.Find(html) is { } pdf)
        {
            letter = letters.Keep(notice, NoticeLetters.Pdf, pdf);
        }

        if (consents)
        {
            await post.SendAsync(
                $"notice:{notice.Id}",
                application.ApplicantEmail,
                $"Notice_{notice.Kind}",
                application.Id,
                [application.Number, application.Form.Project.Title, notice.Number, notice.MayStartFrom, links.To($"/antrag/{application.Id}")],
                letter.Id);
        }
    }

    /// <summary>The person who released it, also when an administrator runs the step again.</summary>
    private async Task<Actor> SenderAsync(Notice notice)
        => notice.ReleasedBy is not { } released || who.Actor.Is(released) ? who.Actor : (await db.Users.SingleAsync(u => u.Id == released)).ToActor();
}
