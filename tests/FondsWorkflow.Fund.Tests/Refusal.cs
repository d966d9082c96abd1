namespace FondsWorkflow.Fund.Tests;

internal static class Refusal
{
    /// <summary>The command is refused because of this rule, perhaps among others.</summary>
    public static RuleViolation Expect(Rule rule, Action command)
    {
        var violation = Assert.Throws<RuleViolation>(command);
        Assert.Contains(violation.Problems, p => p.Rule == rule);
        return violation;
    }
}
