using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>A flowchart as a graph: steps and arrows by number. Only arrows between steps that exist.</summary>
internal sealed class Chart
{
    private readonly IReadOnlyList<string>?[] _outcomes;

    public Chart(ActivityNode flowchart, ActivityCatalogue catalogue)
    {
        Steps = flowchart.Activities;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Steps.Count; i++) index.TryAdd(Steps[i].Id, i);
        Descriptors = [.. Steps.Select(s => catalogue.Find(s.Type, s.Version) ?? catalogue.Latest(s.Type))];
        _outcomes = [.. Steps.Select((s, i) => OutcomesOf(s, Descriptors[i]))];
        Arrows = [.. flowchart.Connections
            .Where(c => index.ContainsKey(c.Source) && index.ContainsKey(c.Target))
            .Select(c => new Arrow(index[c.Source], c.Outcome, index[c.Target], c))];
        Undos = Steps.Select(s => s.Undo is { } undo && index.TryGetValue(undo, out var at) ? at : -1).Where(at => at >= 0).ToHashSet();
        Out = Group(a => a.Source);
        In = Group(a => a.Target);
        Starts = FindStarts();
    }

    public IReadOnlyList<ActivityNode> Steps { get; }

    public ActivityDescriptor?[] Descriptors { get; }

    public Arrow[] Arrows { get; }

    public List<Arrow>[] Out { get; }

    public List<Arrow>[] In { get; }

    /// <summary>Steps that undo others: no path leads through them.</summary>
    public IReadOnlySet<int> Undos { get; }

    /// <summary>Where a run may begin: the Start, else the first step that may start the workflow, else what nothing leads to; and every trigger.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Whether it is left to chance where a run without a trigger begins.</summary>
    public bool IsAmbiguous { get; private set; }

    public bool IsTerminal(int step) => Descriptors[step]?.IsTerminal == true;

    /// <summary>The outcomes of a step; null when they can't be known.</summary>
    public IReadOnlyList<string>? Outcomes(int step) => _outcomes[step];

    /// <summary>Whether the step goes on over one of several ports, so that another may be left out.</summary>
    public bool Chooses(int step) =>
        Steps[step].Type != "Elsa.FlowFork" && Out[step].Select(a => a.Outcome).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>Whether the step goes on over several arrows at once.</summary>
    public bool Forks(int step) =>
        (Steps[step].Type == "Elsa.FlowFork" && Out[step].Count > 1) || Out[step].GroupBy(a => a.Outcome, StringComparer.Ordinal).Any(g => g.Skip(1).Any());

    /// <summary>Which steps can be reached; what is behind a terminal step can't.</summary>
    public bool[] Reach(IEnumerable<int> from)
    {
        var seen = new bool[Steps.Count];
        var open = new Stack<int>(from);
        while (open.TryPop(out var step))
        {
            if (seen[step]) continue;
            seen[step] = true;
            if (IsTerminal(step)) continue;
            foreach (var arrow in Out[step]) open.Push(arrow.Target);
        }

        return seen;
    }

    private static IReadOnlyList<string>? OutcomesOf(ActivityNode step, ActivityDescriptor? descriptor)
    {
        try
        {
            return descriptor?.OutcomesOf(step);
        }
        catch (ExpressionException)
        {
            // The names of the outcomes stand in an expression that the check of expressions has reported.
            return null;
        }
    }

    private List<Arrow>[] Group(Func<Arrow, int> by)
    {
        var groups = Steps.Select(_ => new List<Arrow>()).ToArray();
        foreach (var arrow in Arrows) groups[by(arrow)].Add(arrow);
        return groups;
    }

    private List<int> FindStarts()
    {
        var all = Enumerable.Range(0, Steps.Count).ToList();
        var starts = all.FindAll(i => Steps[i].Type == "Elsa.Start");
        if (starts.Count == 0) starts = [.. all.FindAll(i => Steps[i].CanStartWorkflow).Take(1)];
        if (starts.Count == 0) starts = all.FindAll(i => In[i].Count == 0 && !Undos.Contains(i));
        IsAmbiguous = starts.Count > 1;
        return [.. starts.Concat(all.FindAll(i => Steps[i].CanStartWorkflow && Descriptors[i]?.CanBeTrigger == true)).Distinct()];
    }
}

/// <summary>One arrow between two steps, by number.</summary>
internal sealed record Arrow(int Source, string Outcome, int Target, Connection Connection);
