using FondsWorkflow.App.Features.Notices.Inbox;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Features.Proofs.Reclaims;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The office: one person writes the notice as it is proposed, another releases it; letters go to the post, reclaims are recorded.</summary>
internal sealed class DemoOffice(DemoStage stage)
{
    private const int DaysToPayBack = 30;

    private string Writer => stage.Staff(ActorRole.Office)[0];

    private string Releaser => stage.Staff(ActorRole.Office)[1];

    public async Task WriteAsync(DemoWork work)
    {
        var view = await stage.As(Writer, new ShowNotice(work.Id));
        await stage.As(Writer, new SubmitNotice(work.Id, view.Draft));
    }

    public async Task ReleaseAsync(DemoWork work)
    {
        var view = await stage.As(Releaser, new ShowNotice(work.Id));
        await stage.As(Releaser, new ReleaseNotice(work.Id, view.Draft.Version!.Value));
    }

    /// <summary>Brings the printed letters to the post.</summary>
    public async Task PostLettersAsync()
    {
        foreach (var letter in (await stage.As(Writer, new OfficeInbox())).Letters)
        {
            await stage.As(Writer, new ConfirmPosting(letter.NoticeId));
        }
    }

    public Task ReclaimAsync(DemoWork work)
        => stage.As(Writer, new RecordReclaim(work.Assignment.Id, HeardOn: stage.Today, DueOn: stage.Today.AddDays(DaysToPayBack), work.Story.ReclaimReason!));
}
