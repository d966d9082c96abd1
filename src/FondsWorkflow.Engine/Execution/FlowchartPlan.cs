using System.Collections.Concurrent;

namespace FondsWorkflow.Engine.Execution;

/// <summary>A flowchart's start and its graphs, one for each step it can start with.</summary>
internal sealed class FlowchartPlan
{
    private readonly Node _flowchart;
    private readonly ConcurrentDictionary<int, FlowGraph> _graphs = new();
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public FlowchartPlan(Node flowchart)
    {
        _flowchart = flowchart;
        for (var i = 0; i < flowchart.Activities.Length; i++) _positions[flowchart.Activities[i].Id] = i;
        DefaultStart = FindStart();
        if (DefaultStart >= 0) Graph(DefaultStart);
    }

    /// <summary>The position of the first step: Start, else the first that can start the workflow, else the first nothing leads to, else the first. -1 when empty.</summary>
    public int DefaultStart { get; }

    public FlowGraph Graph(int start) => _graphs.GetOrAdd(start, static (s, flowchart) => new FlowGraph(flowchart, s), _flowchart);

    public int Position(string id) => _positions.TryGetValue(id, out var position) ? position : -1;

    private int FindStart()
    {
        var activities = _flowchart.Activities;
        var start = Array.FindIndex(activities, a => string.Equals(a.Definition.Type, "Elsa.Start", StringComparison.Ordinal));
        if (start < 0) start = Array.FindIndex(activities, a => a.Definition.CanStartWorkflow);
        if (start < 0) start = Array.FindIndex(activities, a => !IsUndo(a) && _flowchart.Definition.Connections.All(c => !string.Equals(c.Target, a.Id, StringComparison.Ordinal)));
        return start < 0 && activities.Length > 0 ? 0 : start;
    }

    private bool IsUndo(Node step) => Array.Exists(_flowchart.Activities, a => string.Equals(a.Definition.Undo, step.Id, StringComparison.Ordinal));
}
