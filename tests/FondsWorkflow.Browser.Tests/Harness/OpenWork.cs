using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.App.Tests;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>An application of one busy group at every step, so that the pages on which people act are there to be looked at.</summary>
internal static class OpenWork
{
    private const string ClosedAccount = "DE69234567891234567800";

    public static async Task SetAsync(FondsApp app)
    {
        var story = new Story(app);
        var payments = new Payments(story);
        await story.Drafted();
        await story.Submitted();
        await AskAsync(story, await story.Submitted());
        await story.Forwarded();
        await story.OpenBallot(await story.Forwarded());
        await story.ClosedBallot(await story.Forwarded());
        await story.Decided(ResolutionOutcome.ApprovedWithLess, 300);
        await story.Decided(ResolutionOutcome.ApprovedWithConditions, conditions: new Condition("Die Schule erlaubt das Fest auf dem Schulhof.", BeforeNotice: true));
        await story.Decided();
        await story.NoticeSubmitted(await story.Decided());
        await story.Notified();
        await AskedAsync(story);
        await payments.SendBack(0, await AskedAsync(story), "Das Konto gehört einer anderen Gruppe. Bitte nennen Sie uns das Konto Ihrer Gruppe.");
        await BatchesAsync(story, payments);
        await ProofsAsync(story);
        await AdministrationAsync(story);
    }

    /// <summary>A failed workflow, a locked account, and a version to which an instance can move.</summary>
    private static async Task AdministrationAsync(Story story)
    {
        var app = story.App;
        await story.Failed();
        await app.As("verwaltung@demo.example").Send(new LockAccount("bewohner3.sennestadt@demo.example"));
        var text = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "workflows", "verfuegungsfonds-antrag.v1.json"));
        await app.Use<DefinitionPublisher, int>(async publisher =>
        {
            await publisher.PublishAsync(
                text.Replace("-antrag-v1", "-antrag-v2", StringComparison.Ordinal).Replace("\"version\": 1,\n  \"toolVersion\"", "\"version\": 2,\n  \"toolVersion\"", StringComparison.Ordinal),
                "verfuegungsfonds-antrag.v2.json",
                CancellationToken.None);
            return 0;
        });
    }

    private static async Task AskAsync(Story story, Guid id)
    {
        var review = await story.Management.Send(new ShowReview(id));
        await story.Management.Send(new AskClarification(review.Open!.AssignmentId, "Wer baut die Bühne ab? Bitte nennen Sie uns auch die Kosten dafür.", [FormPart.Project, FormPart.Costs]));
    }

    /// <summary>One payment ordered, one prepared, one released, one handed to the bank, one that the bank sent back because its account is closed.</summary>
    private static async Task BatchesAsync(Story story, Payments payments)
    {
        List<Guid> ordered = [await AskedAsync(story), await AskedAsync(story), await AskedAsync(story), await AskedAsync(story)];
        foreach (var payout in ordered)
        {
            await payments.OrderAgain(payout);
        }

        await payments.Prepared(ordered[1]);
        await payments.Released(ordered[2]);
        await payments.Submitted(ordered[3]);
        var closed = await payments.Ordered(iban: ClosedAccount);
        var batch = await payments.Submitted(closed);
        var report = Payments.NameReport((await payments.Batch(batch)).MessageId, ((await payments.Payout(closed)).EndToEndId.Value, "RVMC", "Nachbarschaft Winterlicht e. V."));
        await payments.Finance(0).Send(new ImportBankFile("namen.xml", report));
        await payments.Finance(0).Send(new ReturnPayment(batch, closed, "Konto aufgelöst", "AC04"));
    }

    /// <summary>One proof being written, one to be checked, one with a question, two with money to give back.</summary>
    private static async Task ProofsAsync(Story story)
    {
        await story.WriteProof(await PaidAsync(story), 120, 95.5m);
        await FiledAsync(story, 450);
        await story.Object(await FiledAsync(story, 450), "Auf dem Bon steht eine Tasche. Wofür war sie?");
        await story.Accept(await FiledAsync(story, 210));
        var reclaimed = await FiledAsync(story, 300);
        await story.Accept(reclaimed);
        await story.Reclaim(reclaimed);
    }

    private static async Task<Guid> AskedAsync(Story story)
        => (await story.Ask(await story.Notified(), PayoutKind.Advance, 400)).PayoutId;

    private static async Task<Guid> PaidAsync(Story story)
    {
        var id = await story.Notified();
        await story.Ask(id, PayoutKind.Advance, 400);
        await story.Pay(id);
        return id;
    }

    private static async Task<Guid> FiledAsync(Story story, decimal receipt)
    {
        var id = await PaidAsync(story);
        await story.WriteProof(id, receipt);
        await story.FileProof(id);
        return id;
    }
}
