namespace FondsWorkflow.Fund.Payouts;

/// <summary>What is known of a payment when the bank speaks of it.</summary>
/// <param name="State">How the payout stands.</param>
/// <param name="IsThisAttempt">The bank speaks of the attempt that it has now.</param>
public sealed record KnownPayment(PayoutState State, bool IsThisAttempt = true)
{
    /// <summary>Its batch was discarded.</summary>
    public bool IsDiscarded { get; init; }

    /// <summary>Its money left the account before it came back.</summary>
    public bool WasExecuted { get; init; }

    /// <summary>A file told this same movement before.</summary>
    public bool IsKnownMovement { get; init; }

    /// <summary>Some movement said this of the payment before.</summary>
    public bool WasToldBefore { get; init; }

    /// <summary>The bank could not confirm the name, and nobody let the payment go yet.</summary>
    public bool IsNameOpen { get; init; }
}
