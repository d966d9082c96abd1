namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>For every node the last one that each path from the root must pass (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm").</summary>
internal sealed class Dominators
{
    private readonly int[] _immediate;
    private readonly int[] _place;

    public Dominators(IReadOnlyList<IReadOnlyList<int>> next, int root)
    {
        var order = PostOrder(next, root);
        _place = Enumerable.Repeat(-1, next.Count).ToArray();
        for (var i = 0; i < order.Count; i++) _place[order[i]] = i;
        _immediate = Enumerable.Repeat(-1, next.Count).ToArray();
        _immediate[root] = root;
        var before = Reverse(next);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = order.Count - 2; i >= 0; i--) changed |= Improve(order[i], before[order[i]]);
        }
    }

    /// <summary>The immediate dominator; -1 for the root and for what can't be reached.</summary>
    public int Of(int node) => _immediate[node] == node ? -1 : _immediate[node];

    /// <summary>Whether every path from the root to <paramref name="node"/> passes <paramref name="gate"/> (every node passes itself).</summary>
    public bool Dominates(int gate, int node)
    {
        for (var at = node; at >= 0; at = Of(at))
        {
            if (at == gate) return true;
        }

        return false;
    }

    private bool Improve(int node, List<int> before)
    {
        var best = -1;
        foreach (var source in before.Where(s => _immediate[s] >= 0)) best = best < 0 ? source : Meet(best, source);
        if (_immediate[node] == best) return false;
        _immediate[node] = best;
        return true;
    }

    private int Meet(int a, int b)
    {
        while (a != b)
        {
            while (_place[a] < _place[b]) a = _immediate[a];
            while (_place[b] < _place[a]) b = _immediate[b];
        }

        return a;
    }

    private static List<int> PostOrder(IReadOnlyList<IReadOnlyList<int>> next, int root)
    {
        var order = new List<int>();
        var seen = new bool[next.Count];
        var open = new Stack<(int Node, int Child)>([(root, 0)]);
        seen[root] = true;
        while (open.TryPop(out var top))
        {
            if (top.Child == next[top.Node].Count)
            {
                order.Add(top.Node);
                continue;
            }

            open.Push((top.Node, top.Child + 1));
            var child = next[top.Node][top.Child];
            if (seen[child]) continue;
            seen[child] = true;
            open.Push((child, 0));
        }

        return order;
    }

    private static List<int>[] Reverse(IReadOnlyList<IReadOnlyList<int>> next)
    {
        var before = next.Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < next.Count; node++)
        {
            foreach (var target in next[node]) before[target].Add(node);
        }

        return before;
    }
}
