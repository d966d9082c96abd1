namespace FondsWorkflow.Fund.Payouts;

/// <summary>Why a person must look at what the bank said.</summary>
public enum BankDoubt
{
    /// <summary>The batch was discarded, and the bank has its file nevertheless.</summary>
    Discarded,

    /// <summary>The bank takes it for a repetition: the first one may be paid.</summary>
    Repeated,

    /// <summary>The bank could not confirm the name.</summary>
    Name,

    /// <summary>An attempt was executed that is replaced already.</summary>
    OldAttempt,

    /// <summary>It was rejected, and is executed now.</summary>
    PaidAfterReturn,

    /// <summary>A second debit that is not the same movement.</summary>
    PaidTwice,

    /// <summary>It is executed, and the bank rejects it now.</summary>
    RejectedAfterExecution,

    /// <summary>Money comes back for a payment that is not paid.</summary>
    ReturnedAgain,
}
