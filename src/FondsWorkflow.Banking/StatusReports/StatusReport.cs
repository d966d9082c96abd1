namespace FondsWorkflow.Banking;

/// <summary>What a bank says about a payment file (pain.002.001.03 or .10, also the report of payee verification).</summary>
/// <param name="MessageId">The bank's own id of this report.</param>
/// <param name="OriginalMessageId">The file it is about.</param>
/// <param name="Group">About the whole file; null when the bank says nothing about it.</param>
/// <param name="Collections">About collections and their payments.</param>
public sealed record StatusReport(string? MessageId, string? OriginalMessageId, StatusStatement? Group, IReadOnlyList<CollectionStatus> Collections);

/// <summary>One statement about a file, a collection or a payment.</summary>
/// <param name="Status">What the bank says.</param>
/// <param name="Reasons">Why, when it says so.</param>
public sealed record StatusStatement(PaymentStatus Status, IReadOnlyList<BankReason> Reasons)
{
    /// <summary>How many payments were in the file or collection, as the bank counts.</summary>
    public int? Count { get; init; }

    /// <summary>Their sum, as the bank counts.</summary>
    public Money? Sum { get; init; }

    /// <summary>How many payments have which status.</summary>
    public IReadOnlyDictionary<PaymentStatus, int> Counts { get; init; } = new Dictionary<PaymentStatus, int>();
}

/// <summary>What a bank says about one collection.</summary>
/// <param name="OriginalId">The collection's id.</param>
/// <param name="Collection">About all of it; null when the bank says nothing about it.</param>
/// <param name="Payments">About single payments.</param>
public sealed record CollectionStatus(string? OriginalId, StatusStatement? Collection, IReadOnlyList<TransactionStatus> Payments);

/// <summary>What a bank says about one payment.</summary>
/// <param name="EndToEndId">The payment; null when the bank doesn't name it.</param>
/// <param name="Statement">Status and reasons.</param>
public sealed record TransactionStatus(string? EndToEndId, StatusStatement Statement)
{
    /// <summary>Amount, when the bank repeats it.</summary>
    public Money? Amount { get; init; }

    /// <summary>Payee's name as the file gave it.</summary>
    public string? PayeeName { get; init; }

    /// <summary>Payee's account as the file gave it.</summary>
    public string? PayeeIban { get; init; }

    /// <summary>The account holder's name at the bank, told when the name almost matches.</summary>
    public string? NameAtBank { get; init; }
}
