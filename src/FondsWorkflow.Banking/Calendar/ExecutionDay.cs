namespace FondsWorkflow.Banking;

/// <summary>The day a payment is executed, and why it is not an earlier one.</summary>
/// <param name="Day">A day on which banks settle payments.</param>
/// <param name="Reasons">For a person to see: closing days passed over, cut-off missed, wish in the past. Empty when the day is the wished one.</param>
public sealed record ExecutionDay(DateOnly Day, IReadOnlyList<Problem> Reasons);
