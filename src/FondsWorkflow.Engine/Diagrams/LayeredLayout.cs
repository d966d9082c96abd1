namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Places a graph in layers from top to bottom (after Sugiyama): every arrow but those closing a loop leads down. The same graph always looks the same.</summary>
internal sealed class LayeredLayout
{
    private const int Thin = 14;
    private readonly DiagramGraph _graph;
    private readonly List<Box> _boxes;
    private readonly List<int> _layer = [];
    private readonly List<int> _width = [];
    private readonly List<(int Source, int Target)> _links = [];
    private readonly List<int>[] _ways;
    private List<int>[] _rows = [];
    private double[] _centre = [];

    private LayeredLayout(DiagramGraph graph)
    {
        _graph = graph;
        _boxes = [.. graph.Nodes.Select(BoxSizes.Of)];
        _ways = [.. graph.Edges.Select(_ => new List<int>())];
    }

    public static Placement Place(DiagramGraph graph)
    {
        var layout = new LayeredLayout(graph);
        layout.Layers();
        layout.LongArrows();
        layout.Rows();
        layout.Across();
        return layout.Finish();
    }

    // Nodes stand in reading order, so one pass gives the longest way to each.
    private void Layers()
    {
        _layer.AddRange(Enumerable.Repeat(0, _graph.Nodes.Count));
        _width.AddRange(_boxes.Select(b => b.Width));
        foreach (var edge in _graph.Edges.Where(e => !e.IsBack && e.Source != e.Target)) _layer[edge.Target] = Math.Max(_layer[edge.Target], _layer[edge.Source] + 1);
    }

    // An arrow over several layers gets a thin place in each, so that it passes between the boxes.
    private void LongArrows()
    {
        for (var i = 0; i < _graph.Edges.Count; i++)
        {
            var edge = _graph.Edges[i];
            if (edge.IsBack || edge.Source == edge.Target) continue;
            var from = edge.Source;
            for (var layer = _layer[edge.Source] + 1; layer < _layer[edge.Target]; layer++)
            {
                _layer.Add(layer);
                _width.Add(Thin);
                _links.Add((from, _layer.Count - 1));
                from = _layer.Count - 1;
                _ways[i].Add(from);
            }

            _links.Add((from, edge.Target));
        }
    }

    private void Rows()
    {
        _rows = [.. Enumerable.Range(0, _layer.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<int>())];
        for (var i = 0; i < _layer.Count; i++) _rows[_layer[i]].Add(i);
        var place = new double[_layer.Count];
        for (var sweep = 0; sweep < 8; sweep++)
        {
            foreach (var row in _rows) Renumber(row, place);
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? _rows : _rows.Reverse())
            {
                var sorted = row.Select((item, i) => (item, Key: Mean(Neighbours(item, isDown), place) ?? i, i)).OrderBy(x => x.Key).ThenBy(x => x.i).Select(x => x.item).ToList();
                row.Clear();
                row.AddRange(sorted);
                Renumber(row, place);
            }
        }
    }

    private static void Renumber(List<int> row, double[] place)
    {
        for (var i = 0; i < row.Count; i++) place[row[i]] = i;
    }

    private IEnumerable<int> Neighbours(int item, bool above) =>
        above ? _links.Where(l => l.Target == item).Select(l => l.Source) : _links.Where(l => l.Source == item).Select(l => l.Target);

    private static double? Mean(IEnumerable<int> items, double[] values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var item in items) (sum, count) = (sum + values[item], count + 1);
        return count == 0 ? null : sum / count;
    }

    // Every item wants to stand in the middle of its neighbours; the order in the row and the gaps are kept.
    private void Across()
    {
        _centre = new double[_layer.Count];
        foreach (var row in _rows) Pack(row, [.. row.Select(_ => 0.0)]);
        for (var sweep = 0; sweep < 12; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? _rows : _rows.Reverse())
                Pack(row, [.. row.Select(item => Mean(Neighbours(item, isDown), _centre) ?? _centre[item])]);
        }
    }

    // Places from the left and from the right keep the gaps; the middle of the two does so as well and is fair to both.
    private void Pack(List<int> row, double[] wanted)
    {
        var left = (double[])wanted.Clone();
        var right = (double[])wanted.Clone();
        for (var i = 1; i < row.Count; i++) left[i] = Math.Max(wanted[i], left[i - 1] + Distance(row[i - 1], row[i]));
        for (var i = row.Count - 2; i >= 0; i--) right[i] = Math.Min(wanted[i], right[i + 1] - Distance(row[i], row[i + 1]));
        for (var i = 0; i < row.Count; i++) _centre[row[i]] = (left[i] + right[i]) / 2;
    }

    private double Distance(int a, int b) => ((_width[a] + _width[b]) / 2.0) + BoxSizes.GapAcross;

    private Placement Finish()
    {
        if (_boxes.Count == 0) return new Placement(_graph, [], [], 2 * BoxSizes.Margin, 2 * BoxSizes.Margin);
        var shift = BoxSizes.Margin - Enumerable.Range(0, _layer.Count).Min(i => _centre[i] - (_width[i] / 2.0));
        var tops = new int[_rows.Length];
        var down = BoxSizes.Margin;
        for (var layer = 0; layer < _rows.Length; layer++)
        {
            tops[layer] = down;
            down += _rows[layer].Where(i => i < _boxes.Count).Select(i => _boxes[i].Height).DefaultIfEmpty(0).Max() + BoxSizes.GapDown;
        }

        var boxes = _boxes.Select((box, i) => box with { X = (int)Math.Round(_centre[i] + shift - (box.Width / 2.0)), Y = tops[_layer[i]] }).ToList();
        var heights = _rows.Select(row => row.Where(i => i < _boxes.Count).Select(i => _boxes[i].Height).DefaultIfEmpty(0).Max()).ToArray();
        var ways = _ways.Select(way => way.SelectMany(i => Pass((int)Math.Round(_centre[i] + shift), tops[_layer[i]], heights[_layer[i]])).ToList()).ToList();
        return Routing.Route(_graph, boxes, ways, down - BoxSizes.GapDown);
    }

    private static IEnumerable<Point> Pass(int x, int top, int height) => [new Point(x, top), new Point(x, top + height)];
}
