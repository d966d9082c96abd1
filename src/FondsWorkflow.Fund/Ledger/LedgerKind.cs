namespace FondsWorkflow.Fund.Ledger;

/// <summary>What an entry does with the money of one fund and year (double entry: from one account to another).</summary>
public enum LedgerKind
{
    /// <summary>Budget → available. Negative when a budget is cut.</summary>
    Allotted,

    /// <summary>Available → reserved: the circle approved.</summary>
    Reserved,

    /// <summary>Reserved → committed: the notice was sent.</summary>
    Committed,

    /// <summary>Committed → paid: the bank carried it out.</summary>
    Paid,

    /// <summary>Paid → available: the bank or the group gave it back.</summary>
    Returned,

    /// <summary>Reserved or committed → available: it will not be needed. <see cref="LedgerEntry.FromCommitted"/> says which.</summary>
    Released,
}
