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
            routes.Add(isUp ? Up(boxes, edge, right + (Lane * ++lanes), lanes % 3 * 5) : Down(graph, boxes, i, ways[i]));
        }

        var widest = Math.Max(right, routes.SelectMany(r => r).Select(p => p.X).DefaultIfEmpty(0).Max());
        return new Placement(graph, boxes, routes, widest + BoxSizes.Margin, Math.Max(bottom, routes.SelectMany(r => r).Select(p => p.Y).DefaultIfEmpty(0).Max()) + BoxSizes.Margin);
    }

    private static List<Point> Down(DiagramGraph graph, IReadOnlyList<Box> boxes, int edge, IReadOnlyList<Point> way)
    {
        var (source, target) = (boxes[graph.Edges[edge].Source], boxes[graph.Edges[edge].Target]);
        var leaving = Side(graph, edge, e => e.Source, e => boxes[e.Target].Centre.X);
        var arriving = Side(graph, edge, e => e.Target, e => boxes[e.Source].Centre.X);
        return [new Point(At(source, leaving), source.Bottom), .. way, new Point(At(target, arriving), target.Y)];
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
    private static (int Place, int Count) Side(DiagramGraph graph, int edge, Func<DiagramEdge, int> box, Func<DiagramEdge, int> towards)
    {
        var mine = graph.Edges[edge];
        var beside = graph.Edges.Where(e => !e.IsBack && e.Source != e.Target && box(e) == box(mine)).ToList();
        return (beside.OrderBy(towards).ThenBy(graph.Edges.ToList().IndexOf).ToList().IndexOf(mine), beside.Count);
    }

    private static int At(Box box, (int Place, int Count) side) => box.X + (box.Width * (side.Place + 1) / (side.Count + 1));
}
