using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>Totals of a fund and year. Always: allotted = reserved + committed + paid + available.</summary>
/// <param name="Allotted">The budget.</param>
/// <param name="Reserved">Approved by the circle, notice not sent.</param>
/// <param name="Committed">Promised by notice, not paid.</param>
/// <param name="Paid">Paid and not returned.</param>
public sealed record FundBalance(Money Allotted, Money Reserved, Money Committed, Money Paid)
{
    /// <summary>A year without money.</summary>
    public static FundBalance Empty { get; } = new(Money.Zero, Money.Zero, Money.Zero, Money.Zero);

    /// <summary>What can still be approved.</summary>
    public Money Available => Allotted - Reserved - Committed - Paid;

    /// <summary>True when no account is below zero.</summary>
    public bool IsSound => !Reserved.IsNegative && !Committed.IsNegative && !Paid.IsNegative && !Available.IsNegative;

    internal FundBalance After(LedgerMove move) => move.Kind switch
    {
        LedgerKind.Allotted => this with { Allotted = Allotted + move.Amount },
        LedgerKind.Reserved => this with { Reserved = Reserved + move.Amount },
        LedgerKind.Committed => this with { Reserved = Reserved - move.Amount, Committed = Committed + move.Amount },
        LedgerKind.Paid => this with { Committed = Committed - move.Amount, Paid = Paid + move.Amount },
        LedgerKind.Returned => this with { Paid = Paid - move.Amount },
        LedgerKind.Released when move.FromCommitted => this with { Committed = Committed - move.Amount },
        LedgerKind.Released => this with { Reserved = Reserved - move.Amount },
        _ => throw new ArgumentOutOfRangeException(nameof(move), move.Kind, "No kind of entry."),
    };
}
