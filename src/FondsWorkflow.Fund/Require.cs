namespace FondsWorkflow.Fund;

/// <summary>Guards in one line: <c>Require.That(now &lt; ClosesAt, Rules.BallotIsOpen)</c>.</summary>
public static class Require
{
    /// <summary>Refuses with <paramref name="rule"/> unless <paramref name="holds"/>.</summary>
    /// <exception cref="RuleViolation">When the rule does not hold.</exception>
    public static void That(bool holds, Rule rule, params object[] arguments)
    {
        if (!holds)
        {
            throw new RuleViolation(rule, arguments);
        }
    }

    /// <summary>Refuses with <paramref name="rule"/> at a field unless <paramref name="holds"/>.</summary>
    /// <exception cref="RuleViolation">When the rule does not hold.</exception>
    public static void At(string field, bool holds, Rule rule, params object[] arguments)
    {
        if (!holds)
        {
            throw new RuleViolation([new RuleProblem(rule, field, arguments)]);
        }
    }

    /// <summary>Refuses with all <paramref name="problems"/> at once unless there are none.</summary>
    /// <exception cref="RuleViolation">When there is at least one problem.</exception>
    public static void None(IReadOnlyList<RuleProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new RuleViolation(problems);
        }
    }
}
