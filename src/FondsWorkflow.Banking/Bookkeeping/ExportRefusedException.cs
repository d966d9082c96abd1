namespace FondsWorkflow.Banking;

/// <summary>A bookkeeping file was to be written that its profile refuses. Nothing was written.</summary>
public sealed class ExportRefusedException(IReadOnlyList<ExportProblem> problems)
    : InvalidOperationException(string.Join(Environment.NewLine, problems.Select(p => p.Sentence())))
{
    /// <summary>All reasons.</summary>
    public IReadOnlyList<ExportProblem> Problems { get; } = problems;
}
