namespace FondsWorkflow.Fund;

/// <summary>
/// A refusal: a rule of the fund said no and nothing was changed. It is no crash; one filter turns it into a sentence that says what to do next.
/// </summary>
public sealed class RuleViolation : Exception
{
    /// <summary>Refuses because of one or more rules at once.</summary>
    /// <param name="problems">At least one problem; the first names the exception's message.</param>
    public RuleViolation(IReadOnlyList<RuleProblem> problems)
        : base(string.Join(" ", problems.Select(p => $"[{p.Rule.Code}] {p.Rule.Meaning}")))
        => Problems = problems;

    /// <summary>Refuses because of one rule.</summary>
    public RuleViolation(Rule rule, params object[] arguments)
        : this([new RuleProblem(rule, Field: null, arguments)])
    {
    }

    /// <summary>Everything that stands against the command, all at once.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }
}

/// <summary>One rule that says no, and where.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">Path of the input field, for example <c>Costs[2].Amount</c>; null when it concerns the whole command.</param>
/// <param name="Arguments">Values for the placeholders of the German sentence: strings, numbers, <c>Money</c>, <c>DateOnly</c>.</param>
public sealed record RuleProblem(Rule Rule, string? Field, IReadOnlyList<object> Arguments);
