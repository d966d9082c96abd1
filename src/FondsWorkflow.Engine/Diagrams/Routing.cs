namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Leads arrows from box to box: down through the gaps, or out through the gap below, up along the right side and in through the gap above when they close a loop.</summary>
internal static class Routing
{
    private const int Lane = 18;

    public static Placement Route(DiagramGraph graph, IReadOnlyList<Box> boxes, IReadOnlyList<IReadOnlyList<Point>> ways, int bottom)
    {
        var right = boxes.Select(b => b.Right).Concat(ways.SelectMany(w => w).Select(p => p.X)).Max();
        var lanes = 0;
        var routes = new List<IReadOnlyList<Point>>();
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var edge = graph.Edges[i];
            var isUp = edge.IsBack || edge.Source == edge.Target;
            routes.Add(isUp ? Up(boxes, edge, right + (Lane * ++lanes), lanes % 3 * 5) : Down(graph, boxes, i, ways));
        }

        var widest = Math.Max(right, routes.SelectMany(r => r).Select(p => p.X).DefaultIfEmpty(0).Max());
        return new Placement(graph, boxes, routes, widest + BoxSizes.Margin, Math.Max(bottom, routes.SelectMany(r => r).Select(p => p.Y).DefaultIfEmpty(0).Max()) + BoxSizes.Margin);
    }

    private static List<Point> Down(DiagramGraph graph, IReadOnlyList<Box> boxes, int edge, IReadOnlyList<IReadOnlyList<Point>> ways)
    {
        var (source, target) = (boxes[graph.Edges[edge].Source], boxes[graph.Edges[edge].Target]);
        var leaving = Side(graph, edge, e => e.Source, i => ways[i].Count > 0 ? ways[i][0].X : boxes[graph.Edges[i].Target].Centre.X);
        var arriving = Side(graph, edge, e => e.Target, i => ways[i].Count > 0 ? ways[i][^1].X : boxes[graph.Edges[i].Source].Centre.X);
        return [new Point(At(source, leaving), source.Bottom), .. ways[edge], new Point(At(target, arriving), target.Y)];
    }

    private static List<Point> Up(IReadOnlyList<Box> boxes, DiagramEdge edge, int lane, int shift)
    {
        var (source, target) = (boxes[edge.Source], boxes[edge.Target]);
        var below = boxes.Where(b => b.Y == source.Y).Max(b => b.Bottom) + 32 + shift;
        var above = target.Y - 16 - shift;
        var (from, to) = (source.Right - 16, target.Right - 16 - shift);
        return [new(from, source.Bottom), new(from, below), new(lane, below), new(lane, above), new(to, above), new(to, target.Y)];
    }

    /// <summary>Arrows on the same side of a box are spread over it, ordered by where they go.</summary>
    private static (int Place, int Count) Side(DiagramGraph graph, int edge, Func<DiagramEdge, int> box, Func<int, int> towards)
    {
        var mine = box(graph.Edges[edge]);
        var beside = Enumerable.Range(0, graph.Edges.Count)
            .Where(i => graph.Edges[i] is { IsBack: false } e && e.Source != e.Target && box(e) == mine)
            .OrderBy(towards).ThenBy(i => i).ToList();
        return (beside.IndexOf(edge), beside.Count);
    }

    private static int At(Box box, (int Place, int Count) side) => box.X + (box.Width * (side.Place + 1) / (side.Count + 1));
}
