using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>One line of the append-only ledger of a fund and year, with the totals after it. Entries never change.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The fund.</summary>
    public string FundKey { get; private init; } = "";

    /// <summary>Budget year.</summary>
    public int Year { get; private init; }

    /// <summary>1, 2, … without a gap within fund and year; unique in the store.</summary>
    public int Sequence { get; private init; }

    /// <summary>What happens.</summary>
    public LedgerKind Kind { get; private init; }

    /// <summary>More than zero; only a cut of the budget is negative.</summary>
    public Money Amount { get; private init; }

    /// <summary>For <see cref="LedgerKind.Released"/>: true from committed, false from reserved.</summary>
    public bool FromCommitted { get; private init; }

    /// <summary>The application it is for; null for budgets.</summary>
    public Guid? ApplicationId { get; private init; }

    /// <summary>The payout it is for.</summary>
    public Guid? PayoutId { get; private init; }

    /// <summary>The payment at the bank by which the money went or came back: the attempt of that time; null when no payment of ours moved it.</summary>
    public EndToEndId? EndToEndId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Who: actor id.</summary>
    public string By { get; private init; } = "";

    /// <summary>Why, for people.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Budget after this entry.</summary>
    public Money AllottedAfter { get; private init; }

    /// <summary>Reserved after this entry.</summary>
    public Money ReservedAfter { get; private init; }

    /// <summary>Committed after this entry.</summary>
    public Money CommittedAfter { get; private init; }

    /// <summary>Paid after this entry.</summary>
    public Money PaidAfter { get; private init; }

    /// <summary>Reserved for <see cref="ApplicationId"/> after this entry.</summary>
    public Money CaseReservedAfter { get; private init; }

    /// <summary>Committed to <see cref="ApplicationId"/> after this entry.</summary>
    public Money CaseCommittedAfter { get; private init; }

    /// <summary>Paid to <see cref="ApplicationId"/> after this entry.</summary>
    public Money CasePaidAfter { get; private init; }

    /// <summary>The totals of the fund after this entry.</summary>
    public FundBalance Balance => new(AllottedAfter, ReservedAfter, CommittedAfter, PaidAfter);

    /// <summary>The totals of the application after this entry.</summary>
    public CaseBalance Case => new(CaseReservedAfter, CaseCommittedAfter, CasePaidAfter);

    internal static LedgerEntry Of(
        string fundKey, int year, int sequence, LedgerMove move, LedgerAct act, FundBalance after, CaseBalance caseAfter) => new()
    {
        Id = act.EntryId,
        FundKey = fundKey,
        Year = year,
        Sequence = sequence,
        Kind = move.Kind,
        Amount = move.Amount,
        FromCommitted = move.FromCommitted,
        ApplicationId = act.ApplicationId,
        PayoutId = act.PayoutId,
        EndToEndId = act.EndToEndId,
        At = act.At,
        By = act.By,
        Reason = act.Reason,
        AllottedAfter = after.Allotted,
        ReservedAfter = after.Reserved,
        CommittedAfter = after.Committed,
        PaidAfter = after.Paid,
        CaseReservedAfter = caseAfter.Reserved,
        CaseCommittedAfter = caseAfter.Committed,
        CasePaidAfter = caseAfter.Paid,
    };
}
