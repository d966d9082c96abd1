namespace FondsWorkflow.Engine.Diagrams;

/// <summary>The order in which people read a flowchart: from the start, every step after those that lead to it, loops aside.</summary>
internal sealed class ReadingOrder
{
    private readonly List<int>[] _out;
    private readonly (int Source, int Target)[] _arrows;

    public ReadingOrder(int count, (int Source, int Target)[] arrows, int start)
    {
        _arrows = arrows;
        _out = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (var i = 0; i < arrows.Length; i++) _out[arrows[i].Source].Add(i);
        IsBack = new bool[arrows.Length];
        Sequence = Order(count, start);
        Place = new int[count];
        for (var i = 0; i < count; i++) Place[Sequence[i]] = i;
    }

    /// <summary>The steps by their number in the file, in reading order.</summary>
    public int[] Sequence { get; }

    /// <summary>For each step of the file its place in the reading order.</summary>
    public int[] Place { get; }

    /// <summary>For each arrow whether it closes a loop.</summary>
    public bool[] IsBack { get; }

    // Depth first, last child first: the reverse of the order of leaving is a topological order that keeps branches together.
    private int[] Order(int count, int start)
    {
        var state = new byte[count];
        var left = new List<int>();
        if (count > 0) Walk(start, state, left);
        var first = left.Count;
        for (var i = count - 1; i >= 0; i--)
        {
            if (state[i] == 0) Walk(i, state, left);
        }

        left.Reverse(0, first);
        left.Reverse(first, left.Count - first);
        return [.. left];
    }

    private void Walk(int start, byte[] state, List<int> left)
    {
        var open = new Stack<(int Step, int Next)>([(start, _out[start].Count - 1)]);
        state[start] = 1;
        while (open.TryPop(out var top))
        {
            if (top.Next < 0)
            {
                state[top.Step] = 2;
                left.Add(top.Step);
                continue;
            }

            open.Push((top.Step, top.Next - 1));
            var arrow = _out[top.Step][top.Next];
            var target = _arrows[arrow].Target;
            if (state[target] == 1) IsBack[arrow] = true;
            if (state[target] != 0) continue;
            state[target] = 1;
            open.Push((target, _out[target].Count - 1));
        }
    }
}
