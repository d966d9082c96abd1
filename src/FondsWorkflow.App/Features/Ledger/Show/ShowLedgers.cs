using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger.Show;

/// <summary>All funds and years with what is left: this year first, then the years before, last what is only planned.</summary>
internal sealed record ShowLedgers : IRequest<LedgerList>;

internal sealed record LedgerList(IReadOnlyList<LedgerSummary> Ledgers);

internal sealed record LedgerSummary(string FundKey, string Fund, int Year, Money Allotted, Money Reserved, Money Committed, Money Paid, Money Available);

internal sealed class ShowLedgersHandler(FondsDb db, CityBook city, LedgerBook book, CommandContext context, BerlinTime clock) : IRequestHandler<ShowLedgers, LedgerList>
{
    public async Task<LedgerList> Handle(ShowLedgers request, CancellationToken cancellationToken)
    {
        context.RequireLedgerReader();
        var years = await db.LedgerEntries.AsNoTracking().Where(e => e.Sequence == 1).Select(e => new { e.FundKey, e.Year }).ToListAsync(cancellationToken);
        List<LedgerSummary> all = [];
        foreach (var ledger in years.OrderBy(y => y.Year > clock.Today.Year).ThenByDescending(y => y.Year).ThenBy(y => y.FundKey, StringComparer.Ordinal))
        {
            var b = await book.BalanceAsync(ledger.FundKey, ledger.Year, cancellationToken);
            all.Add(new LedgerSummary(ledger.FundKey, city.FindFund(ledger.FundKey)?.Name ?? ledger.FundKey, ledger.Year, b.Allotted, b.Reserved, b.Committed, b.Paid, b.Available));
        }

        return new LedgerList(all);
    }
}

internal sealed class ShowLedgersEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowLedgers, LedgerList>("ledger/list", Policies.LedgerReaders);
}
