namespace FondsWorkflow.Engine.Diagrams;

/// <summary>How large the boxes are, in pixels.</summary>
internal static class BoxSizes
{
    public const int Margin = 24;
    public const int Width = 244;
    public const int LineHeight = 17;
    public const int HeadHeight = 30;
    public const int GapAcross = 36;
    public const int GapDown = 64;
    public const int LabelCharacters = 25;

    /// <summary>A box at the origin, large enough for its label, its kind and what is inside.</summary>
    public static Box Of(DiagramNode node)
    {
        if (node.Inner is { } inner)
        {
            var placed = LayeredLayout.Place(inner);
            var width = Math.Max(Width, placed.Width);
            var title = TextBlock.Wrap(node.Label, width / 8, 2);
            return new Box(0, 0, width, placed.Height + HeadHeight + (title.Count * LineHeight), title, placed);
        }

        var lines = TextBlock.Wrap(node.Label, LabelCharacters, 3);
        return new Box(0, 0, Width, HeadHeight + (lines.Count * LineHeight), lines, null);
    }
}
