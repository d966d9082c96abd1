namespace FondsWorkflow.Banking;

/// <summary>What a written file holds, for the accompanying note and the batch page.</summary>
/// <param name="Count">Number of payments.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Sha256">Hash of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record PaymentFileSummary(int Count, Money Total, string Sha256);
