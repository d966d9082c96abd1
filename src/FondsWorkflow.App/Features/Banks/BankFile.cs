namespace FondsWorkflow.App.Features.Banks;

/// <summary>A file of the bank that was read once, and what it said. The same bytes a second time change nothing.</summary>
internal sealed class BankFile
{
    public required Guid Id { get; init; }

    /// <summary>Of the bytes, lower-case hex; unique.</summary>
    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required BankFileKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>How many payments changed.</summary>
    public required int Applied { get; init; }

    /// <summary>How many things it said a person has to look at: they belong to no payment for certain, or contradict what is known of it.</summary>
    public required int Unmatched { get; init; }

    /// <summary>What was found, line by line; without account numbers.</summary>
    public required List<BankLine> Lines { get; init; }
}

/// <summary>What kind of answer it is.</summary>
internal enum BankFileKind
{
    /// <summary>pain.002.</summary>
    StatusReport,

    /// <summary>camt.052, camt.053 or camt.054.</summary>
    Statement,
}

/// <summary>One thing the bank said.</summary>
/// <param name="Payout">The payout it is about, as people call it; null when it belongs to none for certain.</param>
/// <param name="BatchId">Its batch.</param>
/// <param name="Said">What: a name of <c>Banks.Said*</c>.</param>
/// <param name="Applied">Whether something was changed by it.</param>
/// <param name="Amount">In cents, when there is one.</param>
/// <param name="On">Day of booking.</param>
/// <param name="Text">Reason, or why it was not matched, or what to look at.</param>
/// <param name="ToCheck">It contradicts what is known of the payment: nothing followed from it, a person looks.</param>
internal sealed record BankLine(string? Payout, Guid? BatchId, string Said, bool Applied, long? Amount, DateOnly? On, string? Text, bool ToCheck = false);

/// <summary>
/// An account movement that was imported, by the key it has in its file and by its fingerprint, which is the same in every file; beside them that a payment was told at all, and how.
/// Never booked twice, whichever file brings it.
/// </summary>
internal sealed class BankMovement
{
    public required string Key { get; init; }

    public required Guid FileId { get; init; }
}
