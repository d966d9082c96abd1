namespace FondsWorkflow.Fund;

/// <summary>Collects everything that stands against a command, so that a person hears it all at once.</summary>
internal sealed class Refusals
{
    private readonly List<RuleProblem> _problems = [];

    /// <summary>Notes <paramref name="rule"/> unless it holds.</summary>
    public Refusals Unless(bool holds, Rule rule, params object[] arguments) => At(null, holds, rule, arguments);

    /// <summary>Notes <paramref name="rule"/> at a field unless it holds.</summary>
    public Refusals At(string? field, bool holds, Rule rule, params object[] arguments)
    {
        if (!holds)
        {
            _problems.Add(new RuleProblem(rule, field, arguments));
        }

        return this;
    }

    /// <summary>A text that must be there, at most <paramref name="length"/> characters long.</summary>
    public Refusals Text(string field, string text, int length, Rule needed, Rule tooLong) =>
        At(field, text.Length > 0, needed).At(field, text.Length <= length, tooLong, length);

    /// <summary>Notes problems that were found elsewhere.</summary>
    public Refusals With(IEnumerable<RuleProblem> problems)
    {
        _problems.AddRange(problems);
        return this;
    }

    /// <summary>What was noted.</summary>
    public IReadOnlyList<RuleProblem> Problems => _problems;

    /// <summary>Throws when something was noted.</summary>
    /// <exception cref="RuleViolation">With all problems.</exception>
    public void Throw() => Require.None(_problems);
}
