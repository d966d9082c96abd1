namespace FondsWorkflow.Banking;

/// <summary>A file was to be written that breaks rules. Nothing was written.</summary>
public sealed class PaymentsRefusedException(IReadOnlyList<PaymentProblem> problems)
    : InvalidOperationException(string.Join(Environment.NewLine, problems.Select(p => p.Sentence())))
{
    /// <summary>All broken rules.</summary>
    public IReadOnlyList<PaymentProblem> Problems { get; } = problems;
}
