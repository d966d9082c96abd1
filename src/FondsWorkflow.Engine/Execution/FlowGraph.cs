namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// What can be known about a flowchart before it runs: which arrows close loops, in which order joins are looked at,
/// and from where a join can still be reached. Indices are positions in the flowchart's list of activities.
/// </summary>
internal sealed class FlowGraph
{
    private readonly int _count;

    public FlowGraph(Node flowchart, int start)
    {
        _count = flowchart.Activities.Length;
        Start = start;
        Edges = ReadEdges(flowchart);
        Outbound = Group(e => e.Source, _ => true);
        var reachable = Reach(start, without: -1);
        var dominators = Dominators(start, reachable);
        foreach (var edge in Edges) edge.IsBackward = reachable[edge.Source] && dominators[edge.Source][edge.Target];
        AllInbound = Group(e => e.Target, e => reachable[e.Source]);
        Inbound = Group(e => e.Target, e => reachable[e.Source] && !e.IsBackward);
        Order = Topological(start);
        foreach (var edge in Edges.Where(e => e.IsBackward)) edge.Loop = Backtrack(edge.Source, edge.Target, AllInbound);
        foreach (var edge in Edges) edge.Feeders = Feeders(edge);
    }

    public int Start { get; }

    public FlowEdge[] Edges { get; }

    public FlowEdge[][] Outbound { get; }

    /// <summary>Forward arrows into each step.</summary>
    public FlowEdge[][] Inbound { get; }

    /// <summary>All arrows into each step, loops included.</summary>
    public FlowEdge[][] AllInbound { get; }

    /// <summary>The place of each step when every step comes after those before it.</summary>
    public int[] Order { get; }

    /// <summary>Whether a step can bring a token to another over a forward arrow.</summary>
    public bool IsBefore(int position, int step) => Array.Exists(Inbound[step], edge => edge.Feeders[position]);

    private static FlowEdge[] ReadEdges(Node flowchart)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < flowchart.Activities.Length; i++) positions[flowchart.Activities[i].Id] = i;
        var edges = new List<FlowEdge>();
        var known = new HashSet<(int, int, string)>();
        foreach (var connection in flowchart.Definition.Connections)
        {
            if (!positions.TryGetValue(connection.Source, out var source) || !positions.TryGetValue(connection.Target, out var target))
                throw new WorkflowException($"A connection of {flowchart.Id} leads from {connection.Source} to {connection.Target}; one of them is no step of it.");
            if (!known.Add((source, target, connection.Outcome))) continue;
            edges.Add(new FlowEdge(edges.Count, source, target, connection.Outcome, $"{connection.Source}:{connection.Outcome}>{connection.Target}"));
        }

        return edges.ToArray();
    }

    private FlowEdge[][] Group(Func<FlowEdge, int> by, Func<FlowEdge, bool> which)
    {
        var groups = Enumerable.Range(0, _count).Select(_ => new List<FlowEdge>()).ToArray();
        foreach (var edge in Edges.Where(which)) groups[by(edge)].Add(edge);
        return Array.ConvertAll(groups, g => g.ToArray());
    }

    private bool[] Reach(int from, int without)
    {
        var seen = new bool[_count];
        if (from == without) return seen;
        var open = new Stack<int>([from]);
        while (open.TryPop(out var node))
        {
            if (seen[node]) continue;
            seen[node] = true;
            foreach (var edge in Outbound[node])
            {
                if (edge.Target != without) open.Push(edge.Target);
            }
        }

        return seen;
    }

    /// <summary>For each step those that every path from the start passes: what becomes unreachable without them.</summary>
    private bool[][] Dominators(int start, bool[] reachable)
    {
        var result = Enumerable.Range(0, _count).Select(_ => new bool[_count]).ToArray();
        for (var gone = 0; gone < _count; gone++)
        {
            if (!reachable[gone]) continue;
            var left = Reach(start, gone);
            for (var node = 0; node < _count; node++) result[node][gone] = reachable[node] && !left[node];
        }

        return result;
    }

    /// <summary>A loop around the join itself feeds its next pass, not this one, so the arrows that close such loops do not count.</summary>
    private bool[] Feeders(FlowEdge edge)
    {
        var inbound = Array.ConvertAll(AllInbound, edges => Array.FindAll(edges, e => !e.IsBackward || !(e.Loop[edge.Target] || e.Target == edge.Target)));
        return Backtrack(edge.Source, edge.Target, inbound);
    }

    private bool[] Backtrack(int from, int without, FlowEdge[][] inbound)
    {
        var seen = new bool[_count];
        if (from == without) return seen;
        var open = new Stack<int>([from]);
        while (open.TryPop(out var node))
        {
            if (seen[node]) continue;
            seen[node] = true;
            foreach (var edge in inbound[node])
            {
                if (edge.Source != without) open.Push(edge.Source);
            }
        }

        return seen;
    }

    private int[] Topological(int start)
    {
        var order = Enumerable.Repeat(_count, _count).ToArray();
        var state = new byte[_count];
        var next = _count;
        var open = new Stack<(int Node, int Edge)>([(start, 0)]);
        state[start] = 1;
        while (open.TryPop(out var top))
        {
            if (top.Edge == Outbound[top.Node].Length)
            {
                order[top.Node] = --next;
                continue;
            }

            open.Push((top.Node, top.Edge + 1));
            var edge = Outbound[top.Node][top.Edge];
            if (edge.IsBackward || state[edge.Target] != 0) continue;
            state[edge.Target] = 1;
            open.Push((edge.Target, 0));
        }

        return order;
    }
}
