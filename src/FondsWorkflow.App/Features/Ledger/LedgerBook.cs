using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger;

/// <summary>Opens the ledger of a fund and year under the fund's lock and stores what is written; it reads the last entries only, however long the ledger is.</summary>
internal sealed class LedgerBook(FondsDb db, CommandContext context, IIdSource ids, BerlinTime clock)
{
    /// <summary>The ledger of an application: of the year its money was reserved in, before that of the current year.</summary>
    public async Task<CaseLedger> OpenAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var year = await LastEntriesOf(application.Id).Select(e => (int?)e.Year).FirstOrDefaultAsync(cancellationToken) ?? clock.Today.Year;
        await db.LockFundAsync(application.FundKey, year, cancellationToken);
        var last = await LastAsync(application.FundKey, year, cancellationToken);
        var ofCase = db.LedgerEntries.Local.Where(e => e.ApplicationId == application.Id).MaxBy(e => e.Sequence)
            ?? await LastEntriesOf(application.Id).FirstOrDefaultAsync(cancellationToken);
        return new CaseLedger(new FundLedger(application.FundKey, year, last, ofCase is null ? [] : [ofCase]), application.Id, this);
    }

    /// <summary>Totals of a fund and year.</summary>
    public async Task<FundBalance> BalanceAsync(string fundKey, int year, CancellationToken cancellationToken)
        => (await LastAsync(fundKey, year, cancellationToken))?.Balance ?? FundBalance.Empty;

    /// <summary>Adds to (or cuts) the budget of a fund's year.</summary>
    public async Task AllotAsync(string fundKey, int year, Money amount, string reason, CancellationToken cancellationToken)
    {
        await db.LockFundAsync(fundKey, year, cancellationToken);
        db.LedgerEntries.Add(new FundLedger(fundKey, year, await LastAsync(fundKey, year, cancellationToken)).Allot(amount, Act(applicationId: null, payoutId: null, reason)));
    }

    internal LedgerAct Act(Guid? applicationId, Guid? payoutId, string reason, EndToEndId? endToEndId = null) => new(ids.New(), context.Actor.Id, clock.Now, reason, applicationId, payoutId, endToEndId);

    internal void Store(LedgerEntry entry) => db.LedgerEntries.Add(entry);

    private IQueryable<LedgerEntry> LastEntriesOf(Guid applicationId)
        => db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == applicationId).OrderByDescending(e => e.Year).ThenByDescending(e => e.Sequence);

    private async Task<LedgerEntry?> LastAsync(string fundKey, int year, CancellationToken cancellationToken)
        => db.LedgerEntries.Local.Where(e => e.FundKey == fundKey && e.Year == year).MaxBy(e => e.Sequence)
            ?? await db.LedgerEntries.AsNoTracking().Where(e => e.FundKey == fundKey && e.Year == year).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>The money of one application in its fund's year; every act is stored with the command's transaction.</summary>
internal sealed class CaseLedger(FundLedger ledger, Guid applicationId, LedgerBook book)
{
    public FundBalance Fund => ledger.Balance;

    public CaseBalance Case => ledger.Case(applicationId);

    public int Year => ledger.Year;

    public void Reserve(Money amount, string reason) => book.Store(ledger.Reserve(amount, Act(reason)));

    public void Commit(Money amount, string reason) => book.Store(ledger.Commit(amount, Act(reason)));

    public void Pay(Money amount, Guid payoutId, EndToEndId endToEndId, string reason) => book.Store(ledger.Pay(amount, Act(reason, payoutId, endToEndId)));

    /// <summary>A group pays back.</summary>
    public void Return(Money amount, Guid payoutId, string reason) => book.Store(ledger.Return(amount, Act(reason, payoutId)));

    /// <summary>The bank sent a payment back: the money stays promised to the application and is paid again.</summary>
    public void ComeBack(Money amount, Guid payoutId, EndToEndId endToEndId, string reason)
    {
        book.Store(ledger.Return(amount, Act(reason, payoutId, endToEndId)));
        Reserve(amount, reason);
        Commit(amount, reason);
    }

    /// <summary>Gives back whatever is still reserved or committed for the application.</summary>
    public void ReleaseRest(string reason)
    {
        if (Case.Reserved.IsPositive)
        {
            book.Store(ledger.ReleaseReserved(Case.Reserved, Act(reason)));
        }

        if (Case.Committed.IsPositive)
        {
            book.Store(ledger.ReleaseCommitted(Case.Committed, Act(reason)));
        }
    }

    private LedgerAct Act(string reason, Guid? payoutId = null, EndToEndId? endToEndId = null) => book.Act(applicationId, payoutId, reason, endToEndId);
}
