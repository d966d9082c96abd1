using System.Text.Json;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Places boxes where the author put them in the designer; null unless every step has a position of its own.</summary>
internal static class DesignerLayout
{
    private const double Limit = 100_000;

    public static Placement? Place(DiagramGraph graph)
    {
        var positions = graph.Nodes.Select(Position).ToList();
        if (positions.Count == 0 || positions.Contains(null) || positions.Distinct().Count() < positions.Count) return null;
        var boxes = graph.Nodes.Select(BoxSizes.Of).ToList();
        var (left, top) = (positions.Min(p => p!.Value.X), positions.Min(p => p!.Value.Y));
        var placed = boxes.Select((box, i) => box with { X = positions[i]!.Value.X - left + BoxSizes.Margin, Y = positions[i]!.Value.Y - top + BoxSizes.Margin }).ToList();
        if (Overlaps(placed)) return null;
        return Routing.Route(graph, placed, [.. graph.Edges.Select(_ => Array.Empty<Point>())], placed.Max(b => b.Bottom));
    }

    private static Point? Position(DiagramNode node) =>
        node.Step.Metadata.TryGetValue("designer", out var designer) && designer.ValueKind == JsonValueKind.Object
        && designer.TryGetProperty("position", out var position) && position.ValueKind == JsonValueKind.Object
        && Number(position, "x") is { } x && Number(position, "y") is { } y
            ? new Point((int)Math.Round(x), (int)Math.Round(y))
            : null;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) < Limit ? number : null;

    // Our boxes hold whole sentences and are larger than the designer's: where they would cover each other, the layered layout is clearer.
    private static bool Overlaps(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                if (a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom) return true;
            }
        }

        return false;
    }
}
