using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>
/// Writes the next entries of a fund's year. It starts from the last entries, so it costs the same however long the ledger is; the caller holds the fund's lock
/// and stores what it gets.
/// </summary>
public sealed class FundLedger
{
    private readonly List<LedgerEntry> _written = [];
    private readonly Dictionary<Guid, CaseBalance> _cases;

    /// <summary>Continues a ledger.</summary>
    /// <param name="fundKey">The fund.</param>
    /// <param name="year">Budget year.</param>
    /// <param name="last">Its last entry; null when there is none.</param>
    /// <param name="lastOfCases">The last entry in this fund and year of each application that will be written for; none for one without entries.</param>
    /// <exception cref="ArgumentException">When an entry belongs to another fund or year.</exception>
    public FundLedger(string fundKey, int year, LedgerEntry? last, params IReadOnlyCollection<LedgerEntry> lastOfCases)
    {
        if (lastOfCases.Append(last).OfType<LedgerEntry>().Any(e => e.Year != year || !string.Equals(e.FundKey, fundKey, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"An entry does not belong to {fundKey}/{year}.", nameof(last));
        }

        _cases = lastOfCases.Where(e => e.ApplicationId is not null).ToDictionary(e => e.ApplicationId!.Value, e => e.Case);
        (FundKey, Year, Sequence, Balance) = (fundKey, year, last?.Sequence ?? 0, last?.Balance ?? FundBalance.Empty);
    }

    /// <summary>The fund.</summary>
    public string FundKey { get; }

    /// <summary>Budget year.</summary>
    public int Year { get; }

    /// <summary>Sequence of the last entry; 0 when there is none.</summary>
    public int Sequence { get; private set; }

    /// <summary>Totals after the last entry.</summary>
    public FundBalance Balance { get; private set; }

    /// <summary>Totals of an application after its last entry.</summary>
    public CaseBalance Case(Guid? applicationId)
        => applicationId is { } id && _cases.TryGetValue(id, out var found) ? found : CaseBalance.Empty;

    /// <summary>Entries written through this object, to be stored.</summary>
    public IReadOnlyList<LedgerEntry> Written => _written;

    /// <summary>Adds to the budget, or cuts it with a negative amount.</summary>
    /// <exception cref="RuleViolation">When a cut is more than what is available.</exception>
    public LedgerEntry Allot(Money amount, LedgerAct act)
    {
        Require.That(!amount.IsZero, LedgerRules.EntryMovesMoney);
        Require.That(-amount <= Balance.Available, LedgerRules.BudgetCoversPromises, -amount, Balance.Available);
        return Write(new(LedgerKind.Allotted, amount), act);
    }

    /// <summary>The circle approved: available → reserved.</summary>
    /// <exception cref="RuleViolation">When more is asked than is left; the refusal names the amount that is left.</exception>
    public LedgerEntry Reserve(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Reserved, amount), act, Balance.Available, LedgerRules.MoneyIsAvailable);

    /// <summary>The notice was sent: reserved → committed.</summary>
    /// <exception cref="RuleViolation">When less is reserved for the application.</exception>
    public LedgerEntry Commit(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Committed, amount), act, Case(act.ApplicationId).Reserved, LedgerRules.MoneyIsReserved);

    /// <summary>A reservation is not needed: reserved → available.</summary>
    /// <exception cref="RuleViolation">When less is reserved for the application.</exception>
    public LedgerEntry ReleaseReserved(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Released, amount), act, Case(act.ApplicationId).Reserved, LedgerRules.MoneyIsReserved);

    /// <summary>A commitment is not needed: committed → available.</summary>
    /// <exception cref="RuleViolation">When less is committed to the application.</exception>
    public LedgerEntry ReleaseCommitted(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Released, amount, FromCommitted: true), act, Case(act.ApplicationId).Committed, LedgerRules.MoneyIsCommitted);

    /// <summary>The bank paid: committed → paid.</summary>
    /// <exception cref="RuleViolation">When less is committed to the application.</exception>
    public LedgerEntry Pay(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Paid, amount), act, Case(act.ApplicationId).Committed, LedgerRules.MoneyIsCommitted);

    /// <summary>Money came back: paid → available.</summary>
    /// <exception cref="RuleViolation">When less was paid to the application.</exception>
    public LedgerEntry Return(Money amount, LedgerAct act)
        => Move(new(LedgerKind.Returned, amount), act, Case(act.ApplicationId).Paid, LedgerRules.MoneyIsPaid);

    private LedgerEntry Move(LedgerMove move, LedgerAct act, Money atMost, Rule rule)
    {
        Require.That(move.Amount.IsPositive, LedgerRules.EntryMovesMoney);
        Require.That(NamesItsCase(move.Kind, act), LedgerRules.EntryNamesItsCase);
        Require.That(move.Amount <= atMost, rule, move.Amount, atMost);
        return Write(move, act);
    }

    private LedgerEntry Write(LedgerMove move, LedgerAct act)
    {
        Require.That(!string.IsNullOrWhiteSpace(act.By) && !string.IsNullOrWhiteSpace(act.Reason), LedgerRules.EntryHasReason);
        Balance = Balance.After(move);
        var caseAfter = act.ApplicationId is { } id ? _cases[id] = Case(id).After(move) : CaseBalance.Empty;
        var entry = LedgerEntry.Of(FundKey, Year, ++Sequence, move, act, Balance, caseAfter);
        _written.Add(entry);
        return entry;
    }

    private static bool NamesItsCase(LedgerKind kind, LedgerAct act)
        => act.ApplicationId is not null && (act.PayoutId is not null || kind is not (LedgerKind.Paid or LedgerKind.Returned));
}
