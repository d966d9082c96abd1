using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger.Show;

/// <summary>The money of one fund and year, with one page of its entries, newest first.</summary>
/// <param name="FundKey">The fund.</param>
/// <param name="Year">Budget year.</param>
/// <param name="Before">Only entries before this sequence number, for the next page.</param>
internal sealed record ShowLedger(string FundKey, int Year, int? Before = null) : IRequest<LedgerView>;

internal sealed record LedgerView(string FundKey, string Fund, int Year, LedgerTotals Totals, IReadOnlyList<LedgerLine> Lines, int? Next);

/// <param name="Allotted">The budget.</param>
/// <param name="Reserved">Approved, notice not sent.</param>
/// <param name="Committed">Promised by notice, not paid.</param>
/// <param name="Paid">Paid and not returned.</param>
/// <param name="Available">What can still be approved.</param>
/// <param name="Returned">What came back in the year.</param>
internal sealed record LedgerTotals(Money Allotted, Money Reserved, Money Committed, Money Paid, Money Available, Money Returned);

internal sealed record LedgerLine(int Sequence, DateTimeOffset At, LedgerKind Kind, Money Amount, bool FromCommitted, string? Application, string By, string Reason, Money AvailableAfter);

internal sealed class ShowLedgerHandler(FondsDb db, CityBook city, CommandContext context) : IRequestHandler<ShowLedger, LedgerView>
{
    private const int PageSize = 50;

    public async Task<LedgerView> Handle(ShowLedger request, CancellationToken cancellationToken)
    {
        context.RequireLedgerReader();
        var fund = city.FindFund(request.FundKey) ?? throw new NotFoundException();
        var all = db.LedgerEntries.AsNoTracking().Where(e => e.FundKey == fund.Key && e.Year == request.Year);
        var last = await all.OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
        var before = request.Before ?? int.MaxValue;
        var page = await (from entry in all.Where(e => e.Sequence < before).OrderByDescending(e => e.Sequence).Take(PageSize + 1)
                          join application in db.Applications on entry.ApplicationId equals application.Id into cases
                          from found in cases.DefaultIfEmpty()
                          orderby entry.Sequence descending
                          select new { Entry = entry, Number = found == null ? null : found.Number }).ToListAsync(cancellationToken);
        var returned = await all.Where(e => e.Kind == LedgerKind.Returned).Select(e => e.Amount).ToListAsync(cancellationToken);
        var total = last.Balance;
        return new LedgerView(
            fund.Key, fund.Name, request.Year,
            new LedgerTotals(total.Allotted, total.Reserved, total.Committed, total.Paid, total.Available, Money.Sum(returned)),
            [.. page.Take(PageSize).Select(r => new LedgerLine(
                r.Entry.Sequence, r.Entry.At, r.Entry.Kind, r.Entry.Amount, r.Entry.FromCommitted, r.Number?.ToString(), r.Entry.By, r.Entry.Reason, r.Entry.Balance.Available))],
            page.Count > PageSize ? page[PageSize - 1].Entry.Sequence : null);
    }
}

/// <summary>Who reads the ledger.</summary>
internal static class LedgerReaders
{
    public static void RequireLedgerReader(this CommandContext context)
    {
        if (context.Actor.Role is not (ActorRole.Finance or ActorRole.Office or ActorRole.Auditor or ActorRole.Administrator))
        {
            throw new NotFoundException();
        }
    }
}

internal sealed class ShowLedgerEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowLedger, LedgerView>("ledger/show", Policies.LedgerReaders);
}
