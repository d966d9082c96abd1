using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Shapes Elsa throws on, and shapes on which its counter and token modes differ (elsa-format §4.1).</summary>
internal sealed class ModeCheck
{
    private readonly Chart _chart;
    private readonly ReadContext _context;
    private readonly ForwardArrows _forward;
    private readonly Dominators _before;
    private readonly List<Arrow>[] _inbound;

    private ModeCheck(Chart chart, int start, ReadContext context)
    {
        _chart = chart;
        _context = context;
        _forward = new ForwardArrows(chart, start);
        _before = new Dominators(_forward.Next, start);
        _inbound = [.. chart.In.Select(arrows => arrows.FindAll(a => _forward.Reached[a.Source] && _forward.IsForward(a)))];
    }

    public static void Run(Chart chart, ReadContext context)
    {
        foreach (var start in chart.Starts.Take(DefinitionLimits.Starts)) new ModeCheck(chart, start, context).Run();
    }

    private void Run()
    {
        var back = _chart.Arrows.Where(a => _forward.Reached[a.Source] && !_forward.IsForward(a)).ToList();
        foreach (var arrow in back.Where(a => !_before.Dominates(a.Target, a.Source)))
            _context.Problems.Add(ProblemKinds.InvalidBackward, _context.PathOf(arrow.Connection), Id(arrow.Source), Id(arrow.Target));
        var joins = Enumerable.Range(0, _chart.Steps.Count).Where(s => _inbound[s].Count > 1).ToList();
        foreach (var head in back.Select(a => a.Target).Distinct()) Loop(head, joins);
        var after = joins.Count == 0 ? null : After();
        foreach (var join in joins) Join(join, after!);
        foreach (var step in Enumerable.Range(0, _chart.Steps.Count)) MergeModeOf(step);
    }

    /// <summary>Only the arrows that a loop passes again are counted again: a step that waits for others as well is skipped.</summary>
    private void Loop(int head, List<int> joins)
    {
        var again = _forward.From(head);
        foreach (var join in joins.Where(j => Mode(j) != JoinMode.WaitAny))
        {
            var repeated = _inbound[join].Count(a => again[a.Source]);
            if (repeated > 0 && repeated < _inbound[join].Count) Report(ProblemKinds.LoopCounterDiffers, join, Id(head));
        }
    }

    private void Join(int join, Dominators after)
    {
        var split = _before.Of(join);
        var region = Region(split, join);
        if (Mode(join) == JoinMode.WaitAny)
        {
            var waiting = region.FindIndex(Waits);
            if (waiting >= 0 && region.Exists(_chart.Forks)) Report(ProblemKinds.RaceDiffers, join, Id(region[waiting]));
            return;
        }

        if (Mode(join) is null) return;
        var ahead = Region(-1, join).ToHashSet();
        var chooser = region.FindIndex(s => _chart.Chooses(s) && !ahead.Contains(after.Of(s)));
        if (chooser >= 0) Report(ProblemKinds.JoinMayStarve, join, Id(region[chooser]));
    }

    private void MergeModeOf(int step)
    {
        var mode = _chart.Steps[step].MergeMode;
        if (mode is not (MergeMode.None or MergeMode.Stream) && _chart.In[step].Count > 1) Report(ProblemKinds.MergeModeIgnored, step, mode);
    }

    private bool Waits(int step) => _chart.Descriptors[step]?.IsBlocking == true;

    /// <summary>The steps on forward ways from the split (or from anywhere) to the join, the split included. A choice whose ways all meet again in there leaves no branch out.</summary>
    private List<int> Region(int split, int join)
    {
        var inside = new List<int>();
        var seen = new HashSet<int> { join };
        var open = new Stack<int>(_inbound[join].Select(a => a.Source));
        while (open.TryPop(out var step))
        {
            if (!seen.Add(step)) continue;
            inside.Add(step);
            if (step == split) continue;
            foreach (var arrow in _inbound[step]) open.Push(arrow.Source);
        }

        inside.Sort();
        return inside;
    }

    /// <summary>Dominators of the reversed graph, whose root stands behind every ending.</summary>
    private Dominators After()
    {
        var exit = _chart.Steps.Count;
        var before = Enumerable.Range(0, exit + 1).Select(_ => new List<int>()).ToArray();
        for (var step = 0; step < exit; step++)
        {
            foreach (var next in _forward.Next[step]) before[next].Add(step);
            if (_forward.Next[step].Count == 0) before[exit].Add(step);
        }

        return new Dominators(before, exit);
    }

    /// <summary>The mode of an explicit join; null for an ordinary step or a mode only known when running.</summary>
    private JoinMode? Mode(int step)
    {
        var node = _chart.Steps[step];
        if (node.Type != "Elsa.FlowJoin") return null;
        if (!node.Inputs.TryGetValue("mode", out var input)) return JoinMode.WaitAny;
        if (input.ExpressionType != "Literal" || input.Value.ValueKind != System.Text.Json.JsonValueKind.String) return null;
        return Modes.TryParse<JoinMode>(input.Value.GetString()!, out var mode) ? mode : null;
    }

    private string Id(int step) => _chart.Steps[step].Id;

    private void Report(ProblemKind kind, int step, object detail) => _context.Problems.Add(kind, _context.PathOf(_chart.Steps[step]), Id(step), detail);
}
