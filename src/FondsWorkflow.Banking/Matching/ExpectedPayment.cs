namespace FondsWorkflow.Banking;

/// <summary>A payment that was exported, and that the bank may speak of.</summary>
/// <param name="Payout">What people call the payout.</param>
/// <param name="Id">As sent.</param>
/// <param name="Amount">As sent.</param>
/// <param name="File">The payment file.</param>
/// <param name="Collection">The collection in it.</param>
public sealed record ExpectedPayment(string Payout, EndToEndId Id, Money Amount, MessageId File, MessageId Collection)
{
    /// <summary>The bank said before that it did not take this payment, so a batch may be booked without it.</summary>
    public bool IsRejected { get; init; }
}
