namespace FondsWorkflow.Banking;

/// <summary>Whether the bank compares the payee's name with the account (Regulation (EU) 2024/886, article 5c; since 9 October 2025).</summary>
public enum VerificationOfPayee
{
    /// <summary>The bank verifies and reports (EBICS order type CTV); a person then releases or cancels.</summary>
    Requested,

    /// <summary>No verification (EBICS order type CCT). Banks reject files with exactly one payment under it.</summary>
    OptOut,
}
