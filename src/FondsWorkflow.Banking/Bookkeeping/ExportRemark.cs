namespace FondsWorkflow.Banking;

/// <summary>A value stands in the file differently from how it was given: transliterated for the code page, or cut.</summary>
/// <param name="Payout">The payout, or null for a value of the file.</param>
/// <param name="Column">Title of the column.</param>
/// <param name="Before">As it was given.</param>
/// <param name="After">As it stands in the file.</param>
public sealed record ExportRemark(string? Payout, string Column, string Before, string After);
