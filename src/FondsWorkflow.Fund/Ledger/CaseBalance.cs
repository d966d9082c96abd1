using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Ledger;

/// <summary>What one application holds of a fund's year. It never draws on what was reserved for another.</summary>
/// <param name="Reserved">Approved, notice not sent.</param>
/// <param name="Committed">Promised by notice, not paid.</param>
/// <param name="Paid">Paid and not returned.</param>
public sealed record CaseBalance(Money Reserved, Money Committed, Money Paid)
{
    /// <summary>An application without money.</summary>
    public static CaseBalance Empty { get; } = new(Money.Zero, Money.Zero, Money.Zero);

    /// <summary>True when no account is below zero.</summary>
    public bool IsSound => !Reserved.IsNegative && !Committed.IsNegative && !Paid.IsNegative;

    internal CaseBalance After(LedgerMove move)
    {
        var fund = new FundBalance(Money.Zero, Reserved, Committed, Paid).After(move);
        return new(fund.Reserved, fund.Committed, fund.Paid);
    }
}
