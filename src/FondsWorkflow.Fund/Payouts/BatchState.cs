namespace FondsWorkflow.Fund.Payouts;

/// <summary>Where a batch stands.</summary>
public enum BatchState
{
    /// <summary>Prepared by the first person.</summary>
    Prepared,

    /// <summary>Released by the second person.</summary>
    Released,

    /// <summary>Given to the bank.</summary>
    Submitted,

    /// <summary>Executed by the bank.</summary>
    Executed,

    /// <summary>Discarded by two people.</summary>
    Discarded,
}
