namespace FondsWorkflow.Fund.Decisions;

/// <summary>A condition of a grant (Auflage, Bedingung; § 36 VwVfG NRW).</summary>
/// <param name="Text">What is asked for, 1 to 1,000 characters.</param>
/// <param name="BeforeNotice">True when it must be fulfilled before the notice is written.</param>
public sealed record Condition(string Text, bool BeforeNotice);
