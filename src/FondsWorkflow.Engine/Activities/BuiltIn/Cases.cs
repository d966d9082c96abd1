using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>How many true cases a switch follows.</summary>
public enum SwitchMode
{
    /// <summary>The first one.</summary>
    MatchFirst,

    /// <summary>All of them.</summary>
    MatchAny,
}

/// <summary>What FlowSwitch and Switch share.</summary>
internal static class Cases
{
    /// <summary>The positions of the cases to follow. All conditions are evaluated, as in Elsa, so a failing one is never hidden.</summary>
    public static List<int> Match(ActivityContext context, SwitchMode mode)
    {
        var matches = new List<int>();
        var cases = context.Node.Cases;
        for (var i = 0; i < cases.Length; i++)
        {
            if (ValueConverter.To<bool>(cases[i].Condition.Evaluate(context))) matches.Add(i);
        }

        if (mode == SwitchMode.MatchFirst && matches.Count > 1) matches.RemoveRange(1, matches.Count - 1);
        return matches;
    }

    public static IReadOnlyList<string> Outcomes(ActivityNode node) => [.. node.Cases.Select(c => c.Label), "Default"];
}
