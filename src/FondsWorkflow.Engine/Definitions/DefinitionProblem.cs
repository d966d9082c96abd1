namespace FondsWorkflow.Engine.Definitions;

/// <summary>Whether a problem keeps a definition from being accepted.</summary>
public enum ProblemSeverity
{
    /// <summary>Accepted, but Elsa or a reader may be surprised.</summary>
    Warning,

    /// <summary>The definition is refused.</summary>
    Error,
}

/// <summary>One finding of the reader.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Path">The JSON path, such as <c>$.root.activities[3].eventName</c>.</param>
/// <param name="Line">The line in the file, counted from 1.</param>
/// <param name="Code">A stable code, such as <c>W101</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Text">One English sentence for the author of the file.</param>
public sealed record DefinitionProblem(string File, string Path, int Line, string Code, ProblemSeverity Severity, string Text)
{
    /// <summary><c>file(line): error W101: sentence (path)</c>, the form compilers use.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line}): {(Severity == ProblemSeverity.Error ? "error" : "warning")} {Code}: {Text} ({Path})");
}

/// <summary>What reading a file gave: a definition when there is no error, and every problem found.</summary>
/// <param name="Definition">Null when at least one problem is an error.</param>
/// <param name="Problems">All problems, in order of line.</param>
public sealed record DefinitionReadResult(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
