namespace FondsWorkflow.Banking;

/// <summary>A file of account movements: camt.052 (during the day), camt.053 (statement) or camt.054 (notification).</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="MessageId">The bank's id of the file.</param>
/// <param name="Statements">One per account and period.</param>
/// <param name="Problems">What could not be read, for a person to look at; the rest is complete.</param>
public sealed record StatementFile(StatementKind Kind, string? MessageId, IReadOnlyList<BankStatement> Statements, IReadOnlyList<Problem> Problems);

/// <summary>The kind of a file of account movements.</summary>
public enum StatementKind
{
    /// <summary>camt.052.</summary>
    Report,

    /// <summary>camt.053.</summary>
    Statement,

    /// <summary>camt.054.</summary>
    Notification,
}

/// <summary>The movements of one account in one period.</summary>
/// <param name="Id">The bank's id, used again in other years.</param>
/// <param name="Account">IBAN or other account number as the bank writes it.</param>
/// <param name="CreatedAt">When the bank made it.</param>
/// <param name="Entries">In the bank's order.</param>
public sealed record BankStatement(string? Id, string? Account, DateTimeOffset? CreatedAt, IReadOnlyList<StatementEntry> Entries);

/// <summary>One movement of an account: one amount, one or many payments.</summary>
/// <param name="Key">Stable: the same movement read again from the same message has the same key.</param>
/// <param name="Amount">Zero or more; <paramref name="IsCredit"/> says which way.</param>
/// <param name="IsCredit">Money came in.</param>
/// <param name="IsBooked">Final; pending and informational movements prove nothing.</param>
public sealed record StatementEntry(string Key, Money Amount, bool IsCredit, bool IsBooked)
{
    /// <summary>The bank takes back a movement of its own.</summary>
    public bool IsReversal { get; init; }

    /// <summary>Day of booking.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>Day from which interest counts.</summary>
    public DateOnly? ValueOn { get; init; }

    /// <summary>The bank's reference; null when it has none.</summary>
    public string? BankReference { get; init; }

    /// <summary>The collection, when the movement is a batch.</summary>
    public EntryBatch? Batch { get; init; }

    /// <summary>The payments in it; empty when the bank tells only the sum.</summary>
    public IReadOnlyList<EntryDetail> Details { get; init; } = [];

    /// <summary>Set when the movement as a whole is a payment that comes back, whether or not the bank names it.</summary>
    public BankReason? Return { get; init; }

    /// <summary>The bank's words about the movement as a whole.</summary>
    public string? Text { get; init; }
}

/// <summary>The collection a movement stands for.</summary>
/// <param name="MessageId">Of the payment file.</param>
/// <param name="CollectionId">Of the collection.</param>
/// <param name="Count">Number of payments, as the bank counts.</param>
/// <param name="Sum">Their sum, as the bank counts.</param>
public sealed record EntryBatch(string? MessageId, string? CollectionId, int? Count, Money? Sum);

/// <summary>One payment in a movement.</summary>
/// <param name="EndToEndId">As it was sent; null when there is none.</param>
/// <param name="Amount">Its own amount; null when the bank tells only the movement's sum. Never the sum of a batch.</param>
public sealed record EntryDetail(string? EndToEndId, Money? Amount)
{
    /// <summary>Id of the collection.</summary>
    public string? CollectionId { get; init; }

    /// <summary>The other side's name.</summary>
    public string? Name { get; init; }

    /// <summary>The other side's account.</summary>
    public string? Account { get; init; }

    /// <summary>Text for the payee.</summary>
    public string? Remittance { get; init; }

    /// <summary>Set when a payment comes back.</summary>
    public BankReason? Return { get; init; }
}
