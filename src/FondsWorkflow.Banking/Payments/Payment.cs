namespace FondsWorkflow.Banking;

/// <summary>One credit transfer in euro.</summary>
/// <param name="Payout">What people call the payout; refusals name it.</param>
/// <param name="Id">Unique for ever.</param>
/// <param name="Amount">0,01 € to 999.999.999,99 €.</param>
/// <param name="PayeeName">The account holder as the bank knows it, at most 70 characters after mapping.</param>
/// <param name="PayeeIban">An account in a SEPA country.</param>
/// <param name="Remittance">What the payee reads on the statement, at most 140 characters after mapping. May be empty.</param>
public sealed record Payment(string Payout, EndToEndId Id, Money Amount, string PayeeName, Iban PayeeIban, string Remittance)
{
    /// <summary>Best left out: inside SEPA the IBAN suffices, and a wrong BIC is worse than none.</summary>
    public Bic? PayeeBic { get; init; }

    /// <summary>Only for accounts outside the European Economic Area.</summary>
    public PostalAddress? PayeeAddress { get; init; }
}
