using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Applications;

/// <summary>Where the money goes. Seen by finance only; needed before the first payment, not for the application.</summary>
/// <param name="Holder">Name on the account.</param>
/// <param name="Iban">Checked IBAN.</param>
/// <param name="OtherHolderReason">Why the account belongs to somebody else than the applicant.</param>
public sealed record PayeeAccount(string Holder, Iban Iban, string? OtherHolderReason = null);
