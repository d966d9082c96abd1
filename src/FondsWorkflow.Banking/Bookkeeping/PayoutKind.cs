namespace FondsWorkflow.Banking;

/// <summary>What a booking is about.</summary>
public enum PayoutKind
{
    /// <summary>The whole grant in one payment.</summary>
    Payout,

    /// <summary>One of several payments.</summary>
    Instalment,

    /// <summary>The last of several payments.</summary>
    Final,

    /// <summary>Money comes back from the group.</summary>
    Reclaim,

    /// <summary>A booking is undone.</summary>
    Reversal,
}
