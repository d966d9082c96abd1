using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>Opens a batch with its payouts in the order of the file.</summary>
internal sealed class BatchDesk(FondsDb db, CommandContext context)
{
    /// <exception cref="NotFoundException">When there is none, or the actor is not of finance.</exception>
    public async Task<OpenBatch> OpenAsync(Guid batchId, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        await db.LockNameAsync($"batch:{batchId:N}", cancellationToken); // Whoever comes second reads batch and payouts as the first one left them.
        var batch = await db.PaymentBatches.FindAsync([batchId], cancellationToken) ?? throw new NotFoundException();
        context.About(batch.Id);
        return new OpenBatch(batch, await PayoutsOf(batch, cancellationToken));
    }

    /// <summary>The payouts of a batch, in the order of its lines.</summary>
    public async Task<IReadOnlyList<Payout>> PayoutsOf(PaymentBatch batch, CancellationToken cancellationToken)
    {
        var ids = batch.Lines.Select(l => l.PayoutId).ToList();
        var found = await db.Payouts.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. ids.Select(id => found[id])];
    }
}

/// <summary>A batch and its payouts.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Payouts">In the order of its lines.</param>
internal sealed record OpenBatch(PaymentBatch Batch, IReadOnlyList<Payout> Payouts)
{
    private readonly Dictionary<EndToEndId, Payout> _byId = Batch.Lines.Zip(Payouts).ToDictionary(p => p.First.EndToEndId, p => p.Second);

    /// <summary>The payout that went to the bank under this id; it may have another one by now.</summary>
    public Payout PayoutOf(EndToEndId endToEndId) => _byId[endToEndId];
}
