using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>A flowchart holds together: its arrows have two ends and known ports, it has a start, every step is reached and reaches an end.</summary>
internal static class ChartCheck
{
    public static void Run(ActivityNode flowchart, ReadContext context)
    {
        Connections(flowchart, context);
        var chart = new Chart(flowchart, context.Catalogue);
        for (var step = 0; step < chart.Steps.Count; step++) Ports(chart, step, context);
        Start(flowchart, chart, context);
        Undos(flowchart, chart, context);
        if (chart.Starts.Count == 0) return;
        var reached = chart.Reach(chart.Starts);
        for (var step = 0; step < chart.Steps.Count; step++)
        {
            if (!reached[step] && !chart.Undos.Contains(step)) context.Problems.Add(ProblemKinds.Unreachable, context.PathOf(chart.Steps[step]), chart.Steps[step].Id);
        }

        Ends(chart, reached, context);
        ModeCheck.Run(chart, context);
    }

    private static void Connections(ActivityNode flowchart, ReadContext context)
    {
        var ids = flowchart.Activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string, string, string)>();
        foreach (var connection in flowchart.Connections)
        {
            var path = context.PathOf(connection);
            foreach (var end in new[] { connection.Source, connection.Target }.Where(e => !ids.Contains(e)).Distinct(StringComparer.Ordinal))
                context.Problems.Add(ProblemKinds.DanglingConnection, path, connection.Source, connection.Target, end);
            if (!seen.Add((connection.Source, connection.Outcome, connection.Target)))
                context.Problems.Add(ProblemKinds.DuplicateConnection, path, connection.Source, connection.Target);
        }
    }

    private static void Ports(Chart chart, int step, ReadContext context)
    {
        if (chart.Outcomes(step) is not { } outcomes) return;
        var node = chart.Steps[step];
        foreach (var arrow in chart.Out[step].Where(a => !outcomes.Contains(a.Outcome, StringComparer.Ordinal)))
            context.Problems.Add(ProblemKinds.UnknownPort, context.PathOf(arrow.Connection), node.Id, arrow.Outcome, string.Join(", ", outcomes.Select(o => $"'{o}'")));
        if (chart.Descriptors[step] is not { } type || (!type.HasExplicitOutcomes && type.ComputeOutcomes is null)) return;
        foreach (var outcome in outcomes.Where(o => o != "Done" && chart.Out[step].TrueForAll(a => a.Outcome != o)).Distinct(StringComparer.Ordinal))
            context.Problems.Add(ProblemKinds.OutcomeLeadsNowhere, context.PathOf(node), node.Id, outcome);
    }

    private static void Start(ActivityNode flowchart, Chart chart, ReadContext context)
    {
        var path = context.PathOf(flowchart);
        if (chart.Starts.Count == 0) context.Problems.Add(ProblemKinds.NoStart, path, flowchart.Id);
        if (chart.IsAmbiguous || chart.Starts.Count > DefinitionLimits.Starts)
            context.Problems.Add(ProblemKinds.SeveralStarts, path, flowchart.Id, string.Join(", ", chart.Starts.Take(DefinitionLimits.Starts + 1).Select(s => chart.Steps[s].Id)));
    }

    /// <summary>An undo is another step of the same chart, and stands beside all paths.</summary>
    private static void Undos(ActivityNode flowchart, Chart chart, ReadContext context)
    {
        var ids = flowchart.Activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var step in chart.Steps.Where(s => s.Undo is not null && (!ids.Contains(s.Undo) || s.Undo == s.Id))) NoUndo(step, context);
        foreach (var undo in chart.Undos.Where(u => chart.In[u].Count > 0 || chart.Out[u].Count > 0 || chart.Steps[u].Undo is not null))
            context.Problems.Add(ProblemKinds.UndoOnThePath, context.PathOf(chart.Steps[undo]), chart.Steps[undo].Id);
    }

    /// <summary>The step names an undo that is none.</summary>
    public static void NoUndo(ActivityNode step, ReadContext context) =>
        context.Problems.Add(ProblemKinds.UnknownUndo, JsonPath.Property(JsonPath.Property(context.PathOf(step), "customProperties"), "undo"), step.Id, step.Undo);

    private static void Ends(Chart chart, bool[] reached, ReadContext context)
    {
        var ends = new bool[chart.Steps.Count];
        var open = new Stack<int>(Enumerable.Range(0, chart.Steps.Count).Where(s => IsEnding(chart, s)));
        while (open.TryPop(out var step))
        {
            if (ends[step]) continue;
            ends[step] = true;
            foreach (var arrow in chart.In[step].Where(a => !chart.IsTerminal(a.Source))) open.Push(arrow.Source);
        }

        for (var step = 0; step < chart.Steps.Count; step++)
        {
            if (reached[step] && !ends[step]) context.Problems.Add(ProblemKinds.NoEndReachable, context.PathOf(chart.Steps[step]), chart.Steps[step].Id);
        }
    }

    private static bool IsEnding(Chart chart, int step) =>
        chart.IsTerminal(step) || chart.Outcomes(step) is not { } outcomes || outcomes.Count == 0 || outcomes.Any(o => chart.Out[step].TrueForAll(a => a.Outcome != o));
}
