namespace FondsWorkflow.Engine.Execution;

/// <summary>Branches that come too late for a join which went on with another one: they go as far as they can without waiting, and no further.</summary>
internal sealed partial class BurstRun
{
    private readonly List<Frame> _late = [];
    private readonly List<Frame> _chartsWithLateTokens = [];

    /// <summary>Marks a step of a late branch.</summary>
    public void IsLate(Frame step, int[] joins)
    {
        step.LateFor = [.. step.LateFor.Union(joins)];
        _late.Add(step);
    }

    /// <summary>Marks the tokens on an arrow.</summary>
    public void IsLate(Frame chart, string arrow, int[] joins)
    {
        var late = chart.LateTokens ??= new Dictionary<string, int[]>(StringComparer.Ordinal);
        late[arrow] = [.. late.GetValueOrDefault(arrow, []).Union(joins)];
        _chartsWithLateTokens.Add(chart);
    }

    /// <summary>Ends what is late and waits now; true when there was any, as others may go on without it.</summary>
    private bool EndLate()
    {
        foreach (var chart in _chartsWithLateTokens)
        {
            foreach (var arrow in chart.LateTokens?.Keys.ToList() ?? []) chart.Tokens!.Remove(arrow);
            chart.LateTokens = null;
        }

        _chartsWithLateTokens.Clear();
        var waiting = _late.FindAll(step => !step.IsGone);
        _late.Clear();
        foreach (var step in waiting.Distinct())
        {
            if (step.IsGone) continue;
            Cancel(step, "another branch was faster");
            Hear(step.Parent!, new Work.ChildDone(step.NodeId, []) { LateFor = step.LateFor });
        }

        return waiting.Count > 0;
    }
}
