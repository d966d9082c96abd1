namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>Collects problems by JSON path; lines are looked up once, at the end.</summary>
internal sealed class ProblemList
{
    private readonly List<(ProblemKind Kind, string Path, string Text)> _found = [];
    private bool _overflow;

    public bool HasErrors { get; private set; }

    public void Add(ProblemKind kind, string path, params object?[] values)
    {
        HasErrors |= kind.Severity == ProblemSeverity.Error;
        if (_found.Count < DefinitionLimits.Problems) _found.Add((kind, path, kind.Sentence(values)));
        else _overflow = true;
    }

    public IReadOnlyList<DefinitionProblem> Finish(string file, ReadOnlySpan<byte> json)
    {
        if (_found.Count == 0) return [];
        if (_overflow) _found.Add((ProblemKinds.MoreProblems, "$", ProblemKinds.MoreProblems.Sentence(DefinitionLimits.Problems)));
        HasErrors |= _overflow;
        var lines = JsonLines.Of(json);
        return [.. _found.Distinct()
            .Select(p => new DefinitionProblem(file, p.Path, lines.LineOf(p.Path), p.Kind.Code, p.Kind.Severity, p.Text))
            .OrderBy(p => p.Line).ThenBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }
}
