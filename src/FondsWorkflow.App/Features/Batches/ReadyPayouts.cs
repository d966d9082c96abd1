using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>The payouts that may go into a batch.</summary>
internal static class ReadyPayouts
{
    /// <summary>Ordered, not held, in no batch; found by index.</summary>
    public static IQueryable<Payout> ReadyForBatch(this IQueryable<Payout> payouts)
        => payouts.Where(p => p.Order != null && p.BatchId == null && p.CancelledAt == null && p.HeldReason == null);
}
