using System.Runtime.InteropServices;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>A point in pixels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Point(int X, int Y);

/// <summary>A step's box in pixels, and what is inside.</summary>
internal sealed record Box(int X, int Y, int Width, int Height, IReadOnlyList<string> Lines, Placement? Inner)
{
    public Point Centre => new(X + (Width / 2), Y + (Height / 2));

    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <summary>Where every box and arrow of a graph goes. Boxes and routes stand in the graph's order.</summary>
internal sealed record Placement(DiagramGraph Graph, IReadOnlyList<Box> Boxes, IReadOnlyList<IReadOnlyList<Point>> Routes, int Width, int Height);
