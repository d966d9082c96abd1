using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Proofs.Filing;
using FondsWorkflow.App.Features.Proofs.Receipts;
using FondsWorkflow.App.Features.Proofs.Reclaims;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>From the notice to the closing, by the real commands; the payment itself by <see cref="Pay"/>.</summary>
internal static class MoneyStory
{
    public const string Iban = "DE89 3704 0044 0532 0130 00";

    /// <summary>A picture of one pixel.</summary>
    public static byte[] Photo => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A photo that differs from every other.</summary>
    public static Scan Scan(string name = "beleg.png") => new(name, Photo);

    public static async Task<Guid> AssignmentOf(this Story story, Guid id, string activity)
        => await story.App.Read(db => db.Assignments.Where(a => a.ApplicationId == id && a.Activity == activity && a.CompletedAt == null && a.CancelledAt == null).Select(a => a.Id).SingleAsync());

    public static Task<ProofOfUse> Proof(this Story story, Guid id) => story.App.Read(db => db.Proofs.SingleAsync(p => p.ApplicationId == id));

    public static async Task<int?> ProofVersion(this Story story, Guid id)
        => await story.App.Read(db => db.Proofs.Where(p => p.ApplicationId == id).Select(p => (int?)p.Version).SingleOrDefaultAsync());

    public static SaveReceipt Receipt(this Story story, Guid id, decimal euro, Scan? scan = null, Guid? receiptId = null, int? version = null)
    {
        var today = story.App.Services.GetRequiredService<BerlinTime>().Today;
        return new SaveReceipt(id, today, today, "Laternenladen", "Laternen", Story.Euro(euro), 0, IsOwnReceipt: false, null, scan, receiptId, version);
    }

    /// <summary>The report, receipts with photos, and the account.</summary>
    public static async Task WriteProof(this Story story, Guid id, params decimal[] receipts)
    {
        var today = story.App.Services.GetRequiredService<BerlinTime>().Today;
        await story.Applicant.Send(new SaveReport(id, await story.ProofVersion(id), "24 Türen gingen auf.", "Die Nachbarschaft hat sich getroffen.", 250, today.AddDays(-3), today));
        foreach (var euro in receipts)
        {
            await story.Applicant.Send(story.Receipt(id, euro, Scan()));
        }

        await story.Applicant.Send(new SaveAccount(id, "Nachbarschaftsgruppe Winterlicht", Iban));
    }

    public static async Task FileProof(this Story story, Guid id)
    {
        var step = await story.Stage(id);
        await story.Applicant.Send(new FileProof(await story.AssignmentOf(id, step), await story.ProofVersion(id), Confirmed: true));
    }

    /// <summary>Asks for an advance or a part.</summary>
    public static async Task<MoneyAsked> Ask(this Story story, Guid id, PayoutKind kind, decimal euro)
        => await story.Applicant.Send(new AskForMoney(
            await story.AssignmentOf(id, "AskForMoney"), kind, Story.Euro(euro), "Nachbarschaftsgruppe Winterlicht", Iban, kind == PayoutKind.Advance ? "Wir können die Laternen nicht auslegen." : null));

    /// <summary>Certified, ordered, executed: the money is on the group's account.</summary>
    public static async Task Pay(this Story story, Guid id)
    {
        var finance = story.App.City.City.Accounts.Where(a => a.Role == Fund.People.ActorRole.Finance).Select(a => story.App.As(a.UserId)).ToList();
        foreach (var (step, outcome, person) in new[] { ("CertifyFactually", "Certified", 0), ("CertifyArithmetically", "Certified", 1), ("OrderPayment", "Ordered", 2), ("ExecutePayment", "Executed", 3) })
        {
            await finance[person].Send(new Do(async services =>
            {
                var (db, desk) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<Desk>());
                var work = await desk.OpenForAsync(id, step, CancellationToken.None);
                if (step == "ExecutePayment")
                {
                    var payout = await db.Payouts.Where(p => p.ApplicationId == id).OrderByDescending(p => p.Number).FirstAsync();
                    (await services.GetRequiredService<LedgerBook>().OpenAsync(work.Application, CancellationToken.None)).Pay(payout.Amount, payout.Id, payout.EndToEndId, "Kontoauszug");
                }

                await desk.CompleteAsync(work, outcome, null, CancellationToken.None);
            }));
        }
    }

    /// <summary>Accepts the proof: all of every receipt, or less of the first.</summary>
    public static async Task Accept(this Story story, Guid id, decimal? ofFirst = null)
    {
        var proof = await story.Proof(id);
        await story.Management.Send(new AcceptProof(
            await story.AssignmentOf(id, "CheckProof"),
            proof.Version,
            [.. proof.Receipts.Select((r, i) => i == 0 && ofFirst is { } less ? new RecognisedReceipt(r.Id, Story.Euro(less), "Pfand gehört nicht zu den Kosten.") : new RecognisedReceipt(r.Id, r.Amount))]));
    }

    public static async Task Object(this Story story, Guid id, string text = "Wofür war der Bon?")
        => await story.Management.Send(new ObjectToProof(
            await story.AssignmentOf(id, "CheckProof"), (await story.ProofVersion(id))!.Value, text, story.App.Services.GetRequiredService<BerlinTime>().Today.AddDays(10)));

    public static async Task Answer(this Story story, Guid id, string text = "Für die Lichterketten.")
        => await story.Applicant.Send(new AnswerObjection(await story.AssignmentOf(id, "CorrectProof"), await story.ProofVersion(id), text));

    public static async Task<ReclaimRecorded> Reclaim(this Story story, Guid id)
    {
        var today = story.App.Services.GetRequiredService<BerlinTime>().Today;
        return await story.OfficeA.Send(new RecordReclaim(await story.AssignmentOf(id, "RecordReclaim"), today, today.AddDays(28), "Nicht alles wurde gebraucht."));
    }

    /// <summary>The group paid back.</summary>
    public static async Task PayBack(this Story story, Guid id)
        => await story.FinanceA.Send(new Do(async services =>
        {
            var (db, desk) = (services.GetRequiredService<FondsDb>(), services.GetRequiredService<Desk>());
            var work = await desk.OpenForAsync(id, "CollectReclaim", CancellationToken.None);
            var reclaim = await db.Reclaims.SingleAsync(r => r.ApplicationId == id);
            var payout = await db.Payouts.FirstAsync(p => p.ApplicationId == id);
            (await services.GetRequiredService<LedgerBook>().OpenAsync(work.Application, CancellationToken.None)).Return(reclaim.Amount, payout.Id, "Rückzahlung");
            reclaim.RecordPayment(reclaim.Amount, services.GetRequiredService<BerlinTime>().Today, story.FinanceA.Actor, services.GetRequiredService<BerlinTime>().Now);
            await desk.CompleteAsync(work, "Settled", null, CancellationToken.None);
        }));

    /// <summary>The fund's money after everything so far, in euro: reserved, committed, paid.</summary>
    public static async Task<(decimal Reserved, decimal Committed, decimal Paid)> Ledger(this Story story)
    {
        var balance = (await story.App.Read(db => db.LedgerEntries.Where(e => e.FundKey == story.FundKey).OrderByDescending(e => e.Sequence).FirstAsync())).Balance;
        return (balance.Reserved.Euro, balance.Committed.Euro, balance.Paid.Euro);
    }

    public static Task<List<Payout>> Payouts(this Story story, Guid id) => story.App.Read(db => db.Payouts.Where(p => p.ApplicationId == id).OrderBy(p => p.Number).ToListAsync());

    public static Money Sum(this IEnumerable<Payout> payouts) => Money.Sum(payouts.Select(p => p.Amount));
}
