namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Tells forward arrows from those that close a loop, as Elsa's counter mode does: breadth first from the start, an arrow that would close a cycle goes back.</summary>
internal sealed class ForwardArrows
{
    private readonly List<int>[] _next;

    public ForwardArrows(Chart chart, int start)
    {
        _next = [.. chart.Steps.Select(_ => new List<int>())];
        Reached = new bool[chart.Steps.Count];
        var done = new bool[chart.Steps.Count];
        var open = new Queue<int>([start]);
        Reached[start] = true;
        while (open.TryDequeue(out var step))
        {
            if (done[step]) continue;
            done[step] = true;
            foreach (var arrow in chart.Out[step])
            {
                if (_next[step].Contains(arrow.Target) || Leads(arrow.Target, step)) continue;
                _next[step].Add(arrow.Target);
                Reached[arrow.Target] = true;
                open.Enqueue(arrow.Target);
            }
        }
    }

    public bool[] Reached { get; }

    public IReadOnlyList<IReadOnlyList<int>> Next => _next;

    public bool IsForward(Arrow arrow) => _next[arrow.Source].Contains(arrow.Target);

    /// <summary>Whether forward arrows lead from one step to the other (every step leads to itself).</summary>
    public bool Leads(int from, int to) => from == to || From(from)[to];

    /// <summary>Everything forward arrows lead to, the step itself included.</summary>
    public bool[] From(int step)
    {
        var seen = new bool[_next.Length];
        var open = new Stack<int>([step]);
        while (open.TryPop(out var at))
        {
            if (seen[at]) continue;
            seen[at] = true;
            foreach (var next in _next[at]) open.Push(next);
        }

        return seen;
    }
}
