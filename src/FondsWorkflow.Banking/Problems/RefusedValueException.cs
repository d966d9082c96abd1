namespace FondsWorkflow.Banking;

/// <summary>A text is not the value that was asked for. <see cref="Problem"/> says why; the message is its German sentence.</summary>
public sealed class RefusedValueException(Problem problem) : FormatException(problem.Sentence())
{
    /// <summary>The typed reason.</summary>
    public Problem Problem { get; } = problem;
}
