using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>One thing that can be wrong with a definition: its code, and whether it is an error. The sentence stands in <c>DefinitionProblems.resx</c>.</summary>
/// <param name="Code">The stable code, also the resource's name.</param>
/// <param name="Severity">Error or warning.</param>
public sealed record ProblemKind(string Code, ProblemSeverity Severity)
{
    private static readonly ResourceManager Sentences = new("FondsWorkflow.Engine.Definitions.DefinitionProblems", typeof(ProblemKind).Assembly);

    internal string Sentence(params object?[] values)
    {
        var text = Sentences.GetString(Code, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(Code);
        return string.Format(CultureInfo.InvariantCulture, text, [.. values.Select(Shorten)]);
    }

    private static object? Shorten(object? value) => value is string { Length: > 120 } text ? string.Concat(text.AsSpan(0, 117), "…") : value;
}
