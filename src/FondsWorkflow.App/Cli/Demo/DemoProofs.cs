using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Features.Proofs.Filing;
using FondsWorkflow.App.Features.Proofs.Receipts;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.Banking;
using Microsoft.EntityFrameworkCore;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The groups after the notice: they ask for an advance, write and file the proof, and answer questions about it.</summary>
internal sealed class DemoProofs(DemoStage stage)
{
    public Task AskForAdvanceAsync(DemoWork work)
        => stage.As(work.Email, new AskForMoney(
            work.Assignment.Id, PayoutKind.Advance, DemoStory.Euro(work.Story.Advance!.Amount), work.Story.Group, work.Story.Iban, work.Story.Advance.Reason));

    public async Task FileAsync(DemoWork work)
    {
        var story = work.Story;
        await stage.As(work.Email, new SaveReport(work.Id, await VersionAsync(work.Id), story.Description, story.Summary, story.Participants, story.From, story.To));
        await stage.As(work.Email, new SaveProofFinancing(work.Id, await VersionAsync(work.Id), Money.Zero, DemoStory.Euro(story.Own), Money.Zero));
        foreach (var receipt in story.Receipts)
        {
            var scan = new Scan("Beleg.pdf", DemoPaper.Pdf($"{receipt.Payee}: {receipt.What}"));
            await stage.As(work.Email, new SaveReceipt(
                work.Id, story.To, story.To, receipt.Payee, receipt.What, DemoStory.Euro(receipt.Amount), receipt.Cost, IsOwnReceipt: false, PayeeAddress: null, scan));
        }

        await stage.As(work.Email, new SaveAccount(work.Id, story.Group, story.Iban));
        await stage.As(work.Email, new FileProof(work.Assignment.Id, await VersionAsync(work.Id), Confirmed: true));
    }

    public async Task AnswerAsync(DemoWork work)
        => await stage.As(work.Email, new AnswerObjection(work.Assignment.Id, await VersionAsync(work.Id), work.Story.Objection!.Answer));

    private Task<int?> VersionAsync(Guid applicationId)
        => stage.Read(db => db.Proofs.Where(p => p.ApplicationId == applicationId).Select(p => (int?)p.Version).SingleOrDefaultAsync());
}
