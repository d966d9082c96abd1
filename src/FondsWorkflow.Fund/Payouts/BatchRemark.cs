using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>A text that goes out differently from how it was written.</summary>
/// <param name="Payment">The payment; null for the city's own texts.</param>
/// <param name="Field">The field of the bank's file; null for the bookkeeping file.</param>
/// <param name="Column">The column of the bookkeeping file; null for the bank's file.</param>
/// <param name="Written">As somebody wrote it.</param>
/// <param name="Sent">As it goes out.</param>
public sealed record BatchRemark(string? Payment, PaymentField? Field, string? Column, string Written, string Sent);
