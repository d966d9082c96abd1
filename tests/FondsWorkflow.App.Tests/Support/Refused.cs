using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Expects a refusal by a rule.</summary>
internal static class Refused
{
    public static async Task<RuleViolation> By(Rule rule, Func<Task> act)
    {
        var violation = await Assert.ThrowsAsync<RuleViolation>(act);
        Assert.Contains(rule, violation.Problems.Select(p => p.Rule));
        return violation;
    }
}
