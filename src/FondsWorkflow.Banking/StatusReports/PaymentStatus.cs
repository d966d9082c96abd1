namespace FondsWorkflow.Banking;

/// <summary>A status of ISO 20022, by its meaning. Codes between brackets.</summary>
public enum PaymentStatus
{
    /// <summary>A code this library doesn't know; nothing follows from it.</summary>
    Unknown,

    /// <summary>Received, not yet checked (RCVD) or waiting (PDNG).</summary>
    Pending,

    /// <summary>Accepted at some stage (ACTC, ACCP, ACSP, ACWC, ACWP, ACFC).</summary>
    Accepted,

    /// <summary>Settled (ACSC, ACCC).</summary>
    Settled,

    /// <summary>Some accepted, some not (PART, PATC).</summary>
    Partly,

    /// <summary>Rejected or cancelled (RJCT, CANC).</summary>
    Rejected,

    /// <summary>Verification: name and account match (RCVC).</summary>
    NameMatches,

    /// <summary>Verification: the name almost matches (RVMC).</summary>
    NameAlmostMatches,

    /// <summary>Verification: the name doesn't match (RVNM).</summary>
    NameDiffers,

    /// <summary>Verification was not possible (RVNA).</summary>
    NameNotChecked,

    /// <summary>Verification of a file ended with mismatches (RVCM).</summary>
    NamesPartlyDiffer,
}
