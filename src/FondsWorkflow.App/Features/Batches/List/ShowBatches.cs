using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches.BackFlows;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Batches.List;

/// <summary>What is ready for a batch, and the batches, newest first.</summary>
/// <param name="Before">Only batches prepared before this moment (UTC ticks), for the next page.</param>
internal sealed record ShowBatches(long? Before = null) : IRequest<BatchList>;

/// <param name="Ready">Ordered payouts without a batch, by fund.</param>
/// <param name="EarliestDay">First day the bank can execute a file of now.</param>
/// <param name="Why">Why it is not today.</param>
/// <param name="Batches">One page.</param>
/// <param name="BackFlows">This month and the last, when money came back in it.</param>
/// <param name="Next">Where the next page begins; null when there is none.</param>
internal sealed record BatchList(IReadOnlyList<ReadyFund> Ready, DateOnly EarliestDay, IReadOnlyList<string> Why, IReadOnlyList<BatchRow> Batches, IReadOnlyList<BackFlowMonth> BackFlows, long? Next);

internal sealed record BackFlowMonth(DateOnly From, DateOnly To, int Count);

internal sealed record ReadyFund(string Key, string Name, IReadOnlyList<ReadyPayout> Payouts);

/// <param name="Id">The payout.</param>
/// <param name="EndToEndId">Its id at the bank.</param>
/// <param name="ApplicationId">Its application.</param>
/// <param name="Number">Of the application.</param>
/// <param name="Holder">Account holder.</param>
/// <param name="MaskedIban">Account, masked.</param>
/// <param name="Amount">How much.</param>
/// <param name="ActedOn">Whether this person certified or ordered it, and so can't prepare its batch.</param>
/// <param name="AccountIsLocked">Whether two people have to check its account first.</param>
internal sealed record ReadyPayout(Guid Id, string EndToEndId, Guid ApplicationId, string Number, string Holder, string MaskedIban, Money Amount, bool ActedOn, bool AccountIsLocked);

internal sealed record BatchRow(Guid Id, string Number, string Fund, int Count, Money Total, DateOnly ExecuteOn, BatchState State, bool DiscardProposed);

internal sealed class ShowBatchesHandler(FondsDb db, CityBook city, AccountLocks locks, CommandContext context, BerlinTime clock) : IRequestHandler<ShowBatches, BatchList>
{
    private const int PageSize = 25;
    private const int MostReady = 500;

    public async Task<BatchList> Handle(ShowBatches request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var day = TargetCalendar.Earliest(clock.Now, city.City.Payments.CutOff.Value);
        var before = request.Before is { } ticks && ticks is > 0 and < 3_155_378_975_999_999_999 ? new DateTimeOffset(ticks, TimeSpan.Zero) : DateTimeOffset.MaxValue;
        var batches = await db.PaymentBatches.AsNoTracking().Where(b => b.PreparedAt < before).OrderByDescending(b => b.PreparedAt).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new BatchList(
            await ReadyAsync(cancellationToken), day.Day, [.. day.Reasons.Select(r => r.Sentence())],
            [.. batches.Take(PageSize).Select(b => new BatchRow(b.Id, b.Number, city.Fund(b.FundKey).Name, b.Count, b.Total, b.ExecuteOn, b.State, b.DiscardProposedBy is not null))],
            await BackFlowsAsync(cancellationToken),
            batches.Count > PageSize ? batches[PageSize - 1].PreparedAt.UtcTicks : null);
    }

    private async Task<IReadOnlyList<BackFlowMonth>> BackFlowsAsync(CancellationToken cancellationToken)
    {
        List<BackFlowMonth> months = [];
        foreach (var first in new[] { 0, -1 }.Select(m => clock.Today.AddDays(1 - clock.Today.Day).AddMonths(m)))
        {
            var last = first.AddMonths(1).AddDays(-1);
            months.Add(new BackFlowMonth(first, last, await db.LedgerEntries.BackFlows(first, last).CountAsync(cancellationToken)));
        }

        return [.. months.Where(m => m.Count > 0)];
    }

    private async Task<IReadOnlyList<ReadyFund>> ReadyAsync(CancellationToken cancellationToken)
    {
        var ready = await db.Payouts.AsNoTracking().ReadyForBatch().OrderBy(p => p.FundKey).ThenBy(p => p.Year).ThenBy(p => p.Number).Take(MostReady)
            .Join(db.Applications.AsNoTracking(), p => p.ApplicationId, a => a.Id, (p, a) => new { Payout = p, a.Number }).ToListAsync(cancellationToken);
        var me = context.Actor.Id;
        var locked = await locks.LockedAsync(ready.Select(r => r.Payout), cancellationToken);
        return [.. ready.GroupBy(r => r.Payout.FundKey).Select(g => new ReadyFund(g.Key, city.Fund(g.Key).Name,
            [.. g.Select(r => new ReadyPayout(
                r.Payout.Id, r.Payout.EndToEndId.Value, r.Payout.ApplicationId, r.Number!.ToString(), r.Payout.PayeeName, r.Payout.Iban.Masked, r.Payout.Amount,
                r.Payout.WasActedOnBy(me) || r.Payout.Benefits(me), locked.Contains(r.Payout.Iban)))]))];
    }
}

internal sealed class ShowBatchesEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowBatches, BatchList>("batches/list", Policies.Finance);
}
