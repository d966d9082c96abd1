using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>What a bank's message says about one payout.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Outcome">What happened to it.</param>
/// <param name="Source">Key of the movement, or id of the report: kept as proof.</param>
public sealed record PaymentMatch(ExpectedPayment Payment, PaymentOutcome Outcome, string Source)
{
    /// <summary>Day of booking.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The bank's reference of the movement, when it gave a real one.</summary>
    public string? BankReference { get; init; }

    /// <summary>
    /// The same for one movement of money, whichever files tell it (camt.052 in the day, camt.053 in the evening): payment, outcome, amount, day and the bank's reference.
    /// Without such a reference only the same movement of the same file has the same one: two debits that merely look alike may be two.
    /// </summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"{Payment.Id.Value}|{Outcome}|{Payment.Amount.Cents}|{On:yyyy-MM-dd}|{BankReference ?? Source}");

    /// <summary>Why it was rejected or returned.</summary>
    public BankReason? Reason { get; init; }

    /// <summary>The account holder's name at the bank, told when the name almost matches.</summary>
    public string? NameAtBank { get; init; }
}

/// <summary>What happened to a payment.</summary>
public enum PaymentOutcome
{
    /// <summary>The bank still works on it.</summary>
    Pending,

    /// <summary>The bank accepted it; the money has not moved yet.</summary>
    Accepted,

    /// <summary>The bank rejected it: no money moved.</summary>
    Rejected,

    /// <summary>
    /// The bank takes it for a repetition of one that it has. Nothing follows by itself: the first one may be paid, so a person looks before anybody pays again.
    /// </summary>
    Repeated,

    /// <summary>The money left the account.</summary>
    Executed,

    /// <summary>The money came back.</summary>
    Returned,

    /// <summary>Name and account belong together.</summary>
    NameMatches,

    /// <summary>The name is almost right.</summary>
    NameAlmostMatches,

    /// <summary>The name is another one.</summary>
    NameDiffers,

    /// <summary>The name could not be checked.</summary>
    NameNotChecked,
}

/// <summary>Something a bank said that belongs to no payout for certain. A person looks at it; nothing is guessed.</summary>
/// <param name="Source">Key of the movement, or id of the report.</param>
/// <param name="Reference">The id the bank named, when it named one.</param>
/// <param name="Amount">The amount, when there is one.</param>
/// <param name="Reason">Why it was not matched.</param>
public sealed record Unmatched(string Source, string? Reference, Money? Amount, Problem Reason);

/// <summary>What a message says: about which payouts, what belongs to none, and what was known already.</summary>
/// <param name="Matches">At most one per payout and outcome.</param>
/// <param name="Unmatched">For a person to look at.</param>
/// <param name="Duplicates">Keys of movements that were imported before, or stand in the file twice.</param>
public sealed record MatchResult(IReadOnlyList<PaymentMatch> Matches, IReadOnlyList<Unmatched> Unmatched, IReadOnlyList<string> Duplicates);
