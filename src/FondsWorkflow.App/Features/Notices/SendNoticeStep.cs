using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Guidelines;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>Sends the released notice in the name of the person who released it; a grant's money is committed from here on.</summary>
[Activity("Fonds.SendNotice", DisplayName = "Bescheid bekannt geben")]
internal sealed class SendNoticeStep(FondsDb db, StepDesk desk, LedgerBook ledger, Post post, PublicLinks links, CommandContext who, BerlinTime clock) : FundStep
{
    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var notice = await db.Notices.Where(n => n.ApplicationId == application.Id).OrderByDescending(n => n.DraftedAt).FirstAsync();
        var consents = application.Form.Declarations.Has(DeclarationKeys.ElectronicNotice);
        notice.Send(consents ? DeliveryChannel.Email : DeliveryChannel.Post, consents, who.Actor, clock.Now, clock.Today);
        if (notice.Kind == NoticeKind.Grant)
        {
            var book = await ledger.OpenAsync(application, CancellationToken.None);
            book.Commit(book.Case.Reserved, $"Bescheid {notice.Number}");
        }

        await post.SendAsync(
            $"notice:{notice.Id}",
            application.ApplicantEmail,
            $"Notice_{notice.Kind}",
            application.Id,
            [application.Number, application.Form.Project.Title, notice.Number, notice.MayStartFrom, links.To($"/antrag/{application.Id}")]);
    }
}
