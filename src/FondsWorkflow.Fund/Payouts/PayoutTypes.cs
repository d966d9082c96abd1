using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>What a payout is for.</summary>
public enum PayoutKind
{
    /// <summary>Vorschuss, a reasoned exception.</summary>
    Advance,

    /// <summary>Abschlag: part of the costs, against receipts.</summary>
    PartPayment,

    /// <summary>Schlusszahlung after the proof of use.</summary>
    Final,
}

/// <summary>Where a payout stands; derived from what was done to it.</summary>
public enum PayoutState
{
    /// <summary>Angefordert: certifications are missing.</summary>
    Requested,

    /// <summary>Festgestellt: both certifications hold.</summary>
    Certified,

    /// <summary>Angeordnet: may go into a batch.</summary>
    Ordered,

    /// <summary>Gesperrt.</summary>
    Held,

    /// <summary>In a batch.</summary>
    InBatch,

    /// <summary>Ausgeführt.</summary>
    Executed,

    /// <summary>Zurückgegeben by the bank; needs new data and a new attempt.</summary>
    Returned,

    /// <summary>Storniert.</summary>
    Cancelled,
}

/// <summary>What somebody did on a payout. Each is another person (§ 31 KomHVO NRW).</summary>
public enum PayoutDuty
{
    /// <summary>Sachlich richtig.</summary>
    Factual,

    /// <summary>Rechnerisch richtig.</summary>
    Arithmetical,

    /// <summary>Anordnung.</summary>
    Order,

    /// <summary>Preparing the batch, the first release.</summary>
    BatchPreparation,

    /// <summary>Releasing the batch, the second release.</summary>
    BatchRelease,
}

/// <summary>What somebody vouched for.</summary>
/// <param name="By">User id.</param>
/// <param name="Name">Name, for the order's paper.</param>
/// <param name="At">When, UTC.</param>
/// <param name="DataHash">SHA-256 of amount, account and payee at that time.</param>
public sealed record Certification(string By, string Name, DateTimeOffset At, string DataHash);

/// <summary>The order to pay (Anordnung).</summary>
/// <param name="By">User id.</param>
/// <param name="Name">Name, for the order's paper.</param>
/// <param name="At">When, UTC.</param>
/// <param name="DataHash">SHA-256 of amount, account and payee at that time.</param>
public sealed record PaymentOrder(string By, string Name, DateTimeOffset At, string DataHash);

/// <summary>Who gets the money.</summary>
/// <param name="Name">Account holder as the bank knows it, at most 70 characters (SEPA).</param>
/// <param name="Iban">The account.</param>
public sealed record Payee(string Name, Iban Iban);

/// <summary>What a payout rests on, at the moment it is asked for.</summary>
/// <param name="Granted">The grant.</param>
/// <param name="Claimed">Sum of the other payouts of this grant that are not cancelled.</param>
/// <param name="NoticeSentAt">When the grant notice was sent; null when it was not.</param>
/// <param name="AdvancesAllowed">True when the guideline allows advances as a reasoned exception.</param>
public sealed record PayoutBasis(Money Granted, Money Claimed, DateTimeOffset? NoticeSentAt, bool AdvancesAllowed)
{
    /// <summary>What can still be asked for.</summary>
    public Money Left => Granted - Claimed;
}

/// <summary>What the applicant asks for.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">How much.</param>
/// <param name="Payee">To whom.</param>
/// <param name="RemittanceText">What stands on the statement, at most 140 characters.</param>
/// <param name="Reason">Why an advance is needed; else optional. At most 1,000 characters.</param>
public sealed record PayoutRequest(PayoutKind Kind, Money Amount, Payee Payee, string RemittanceText, string Reason);
