using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>Why something was refused: a code for machines and its values, from which a person's sentence is made in any language.</summary>
public sealed class Problem : IEquatable<Problem>
{
    private readonly object[] _arguments;

    /// <summary>A problem with the values its sentence names, in the order of the placeholders.</summary>
    public Problem(ProblemCode code, params object[] arguments)
    {
        Code = code;
        _arguments = arguments;
    }

    /// <summary>The reason, stable across versions and languages.</summary>
    public ProblemCode Code { get; }

    /// <summary>The values of the sentence: texts, numbers, dates or <see cref="Money"/>.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>The sentence for a person. German unless resources for <paramref name="culture"/> (default: the current UI culture) are present.</summary>
    public string Sentence(CultureInfo? culture = null) => ProblemText.Format(Code.ToString(), culture, _arguments);

    /// <inheritdoc/>
    public bool Equals(Problem? other) => other is not null && Code == other.Code && _arguments.SequenceEqual(other._arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Problem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, _arguments.Length);

    /// <summary>Code and values, for logs and tests.</summary>
    public override string ToString() =>
        _arguments.Length == 0 ? Code.ToString() : $"{Code}({string.Join(", ", _arguments.Select(Print))})";

    private static string Print(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
