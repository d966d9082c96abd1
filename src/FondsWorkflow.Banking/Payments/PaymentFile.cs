namespace FondsWorkflow.Banking;

/// <summary>Everything one pain.001 file says. Build it, ask <see cref="Pain001.Check"/>, write it with <see cref="Pain001.Write"/>.</summary>
/// <param name="Id">From a database sequence, never used before.</param>
/// <param name="CreatedAt">When the file is made; execution dates before this day (in German time) are refused.</param>
/// <param name="InitiatingParty">Who hands the file in, at most 70 characters.</param>
/// <param name="Verification">Whether the bank is to compare names and accounts.</param>
/// <param name="Collections">At least one.</param>
public sealed record PaymentFile(
    MessageId Id,
    DateTimeOffset CreatedAt,
    string InitiatingParty,
    VerificationOfPayee Verification,
    IReadOnlyList<PaymentInformation> Collections)
{
    /// <summary>Which characters the payer's bank takes.</summary>
    public SepaProfile Profile { get; init; }
}
