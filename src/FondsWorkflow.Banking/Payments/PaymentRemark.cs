namespace FondsWorkflow.Banking;

/// <summary>A text goes to the bank differently from how it was written, and can still be read.</summary>
/// <param name="Payout">The payout, or null for the payer's own texts.</param>
/// <param name="Field">The field.</param>
/// <param name="Written">The text as a person wrote it.</param>
/// <param name="Sent">The text with every change.</param>
public sealed record PaymentRemark(string? Payout, PaymentField Field, string Written, SepaText Sent);
