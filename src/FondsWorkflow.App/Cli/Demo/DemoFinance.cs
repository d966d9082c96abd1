using FondsWorkflow.App.Features.Batches.Download;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Prepare;
using FondsWorkflow.App.Features.Batches.Release;
using FondsWorkflow.App.Features.Batches.Submit;
using FondsWorkflow.App.Features.Payouts.Certify;
using FondsWorkflow.App.Features.Payouts.Order;
using FondsWorkflow.App.Features.Proofs.CollectReclaim;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Finance: certifies, orders, and once a week pays in one batch per fund; every hop another person.</summary>
internal sealed class DemoFinance(DemoStage stage)
{
    private const DayOfWeek BatchDay = DayOfWeek.Wednesday;

    private IReadOnlyList<string> People => stage.Staff(ActorRole.Finance);

    public async Task CertifyFactsAsync(DemoWork work)
    {
        var payout = await PayoutAsync(work.Id);
        await stage.As(People[0], new CertifyFacts(payout.Id, payout.DataHash));
    }

    public async Task CertifyFiguresAsync(DemoWork work)
    {
        var payout = await PayoutAsync(work.Id);
        await stage.As(People[1], new CertifyFigures(payout.Id, payout.DataHash));
    }

    public async Task OrderAsync(DemoWork work)
    {
        var payout = await PayoutAsync(work.Id);
        await stage.As(People[2], new OrderPayout(payout.Id, payout.DataHash));
    }

    /// <summary>Notes what the bank executed, and hands in the next batch.</summary>
    public async Task BankAsync()
    {
        var today = stage.Today;
        var batches = await stage.Read(db => db.PaymentBatches.AsNoTracking().ToListAsync());
        foreach (var batch in batches.Where(b => b.State == BatchState.Submitted && b.ExecuteOn < today))
        {
            await stage.As(People[3], new ExecuteBatch(batch.Id, batch.ExecuteOn));
        }

        if (today.DayOfWeek == BatchDay)
        {
            var ordered = (await stage.Read(db => db.Payouts.AsNoTracking().ToListAsync())).Where(p => p.State == PayoutState.Ordered);
            foreach (var fund in ordered.GroupBy(p => p.FundKey).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                await PayAsync([.. fund.Select(p => p.Id)]);
            }
        }
    }

    public async Task CollectAsync(DemoWork work)
    {
        var reclaim = await stage.Read(db => db.Reclaims.AsNoTracking().SingleAsync(r => r.ApplicationId == work.Id));
        await stage.As(People[0], new RecordReclaimPayment(work.Id, reclaim.Version, reclaim.Outstanding, stage.Today));
    }

    private async Task PayAsync(IReadOnlyList<Guid> payouts)
    {
        var prepared = await stage.As(People[3], new PrepareBatch(payouts));
        foreach (var id in prepared.Others.Select(o => o.Id).Prepend(prepared.Id))
        {
            var batch = await stage.Read(db => db.PaymentBatches.AsNoTracking().SingleAsync(b => b.Id == id));
            await stage.As(People[4], new ReleaseBatch(id, batch.PayingSha256!, SinglePaymentSeen: batch.MustBeVerified));
            await stage.As(People[4], new DownloadBatch(id, batch.XmlSha256 is null ? BatchFile.Csv : BatchFile.Xml));
            await stage.As(People[4], new SubmitBatch(id));
        }
    }

    private Task<Payout> PayoutAsync(Guid applicationId)
        => stage.Read(db => db.Payouts.AsNoTracking().Where(p => p.ApplicationId == applicationId && p.CancelledAt == null).OrderByDescending(p => p.RequestedAt).FirstAsync());
}
