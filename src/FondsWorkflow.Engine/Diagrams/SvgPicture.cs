using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Draws a placement as SVG: presentation attributes only (no style, no script), every step a named group, no meaning by colour alone.</summary>
internal sealed class SvgPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private const string Ink = "#1b1b1b";
    private readonly string _prefix;

    private SvgPicture(string prefix) => _prefix = prefix;

    public static string Draw(WorkflowDefinition definition, Placement placement, string title, string description)
    {
        var picture = new SvgPicture(Prefix(definition));
        var root = new XElement(
            Svg + "svg",
            Attributes(("viewBox", Invariant($"0 0 {placement.Width} {placement.Height}")), ("width", placement.Width), ("height", placement.Height)),
            Attributes(("role", "graphics-document document"), ("aria-roledescription", DiagramTexts.Of("RoleDescription"))),
            Attributes(("aria-labelledby", $"{picture._prefix}-title"), ("aria-describedby", $"{picture._prefix}-desc")),
            Attributes(("font-family", "system-ui, sans-serif"), ("font-size", 14), ("fill", Ink)),
            new XElement(Svg + "title", new XAttribute("id", $"{picture._prefix}-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", $"{picture._prefix}-desc"), description),
            new XElement(Svg + "defs", picture.Marker("arrow", "#4a4a4a"), picture.Marker("way", "#1b5e20")),
            new XElement(Svg + "rect", Attributes(("width", placement.Width), ("height", placement.Height), ("fill", "#ffffff"))),
            picture.Content(placement, ""));
        return root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private IEnumerable<XElement> Content(Placement placement, string number)
    {
        var edges = placement.Graph.Edges;
        foreach (var i in Enumerable.Range(0, edges.Count).OrderBy(i => edges[i].IsFollowed)) yield return Arrow(edges[i], placement.Routes[i]);
        for (var i = 0; i < placement.Boxes.Count; i++) yield return Step(placement.Graph.Nodes[i], placement.Boxes[i], Invariant($"{number}{i + 1}"));
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].Label.Length > 0) yield return Label(edges[i], placement.Routes[i], Row(placement, i));
        }
    }

    private XElement Step(DiagramNode node, Box box, string number)
    {
        var look = StepLook.Of(node);
        var name = StepWords.Of(node, number);
        var group = new XElement(
            Svg + "g",
            Attributes(("role", "graphics-symbol img"), ("aria-label", name), ("transform", Invariant($"translate({box.X} {box.Y})"))),
            new XElement(Svg + "title", XmlText.Clean(name)),
            new XElement(Svg + "rect", Attributes(("width", box.Width), ("height", box.Height), ("rx", look.Corner), ("fill", look.Fill), ("stroke", look.Stroke), ("stroke-width", look.Border)), look.Dash is null ? null : new XAttribute("stroke-dasharray", look.Dash)));
        if (look.Sign is not null) group.Add(new XElement(Svg + "path", Attributes(("d", look.Sign), ("transform", Invariant($"translate({box.Width - 24} 6)")), ("fill", "none"), ("stroke", look.Stroke), ("stroke-width", 2.5))));
        group.Add(Words(look.Caption, 12, 18, 12, "#3a3a3a"));
        group.Add(box.Lines.Select((line, i) => Words(line, 12, BoxSizes.HeadHeight + 6 + (i * BoxSizes.LineHeight), 14, Ink)));
        if (box.Inner is { } inner)
            group.Add(new XElement(Svg + "g", Attributes(("transform", Invariant($"translate(0 {box.Height - inner.Height})"))), Content(inner, $"{number}.")));
        return group;
    }

    private static XElement Words(string text, int x, int y, int size, string fill) =>
        new(Svg + "text", Attributes(("x", x), ("y", y), ("font-size", size), ("fill", fill), ("aria-hidden", "true")), XmlText.Clean(text));

    private XElement Arrow(DiagramEdge edge, IReadOnlyList<Point> route) =>
        new(
            Svg + "path",
            Attributes(("d", Curve(edge, route)), ("fill", "none"), ("stroke", edge.IsFollowed ? "#1b5e20" : "#4a4a4a"), ("stroke-width", edge.IsFollowed ? 4 : 1.5)),
            edge.IsBack ? new XAttribute("stroke-dasharray", "7 4") : null,
            Attributes(("marker-end", $"url(#{_prefix}-{(edge.IsFollowed ? "way" : "arrow")})"), ("aria-hidden", "true")));

    /// <summary>Labels side by side stand on two rows in turn, so that long ones do not cover each other.</summary>
    private static int Row(Placement placement, int edge)
    {
        var (edges, routes) = (placement.Graph.Edges, placement.Routes);
        return Enumerable.Range(0, edges.Count).Count(i => edges[i] is { IsBack: false, Label.Length: > 0 } e && e.Source == edges[edge].Source && routes[i][0].X < routes[edge][0].X) % 2;
    }

    private static XElement Label(DiagramEdge edge, IReadOnlyList<Point> route, int row)
    {
        var isUp = edge.IsBack || edge.Source == edge.Target;
        var at = isUp ? new Point(route[1].X + 22, route[1].Y - 5) : new Point(Between(route[0].X, route[1].X), route[0].Y + 17 + (14 * row));
        var label = Words(string.Join(' ', TextBlock.Wrap(edge.Label, 28, 1)), at.X, at.Y, 12, Ink);
        label.Add(Attributes(("text-anchor", isUp ? "start" : "middle"), ("stroke", "#ffffff"), ("stroke-width", 4), ("paint-order", "stroke")));
        return label;
    }

    private static int Between(int from, int to) => from + ((to - from) * 3 / 10);

    private static string Curve(DiagramEdge edge, IReadOnlyList<Point> route)
    {
        var text = new StringBuilder(Invariant($"M{route[0].X} {route[0].Y}"));
        for (var i = 1; i < route.Count; i++)
        {
            var (from, to) = (route[i - 1], route[i]);
            var middle = (from.Y + to.Y) / 2;
            if (edge.IsBack || edge.Source == edge.Target || from.X == to.X) text.Append(Invariant($" L{to.X} {to.Y}"));
            else text.Append(Invariant($" C{from.X} {middle} {to.X} {middle} {to.X} {to.Y}"));
        }

        return text.ToString();
    }

    private XElement Marker(string name, string fill) =>
        new(
            Svg + "marker",
            Attributes(("id", $"{_prefix}-{name}"), ("viewBox", "0 0 10 10"), ("refX", 9), ("refY", 5), ("markerWidth", 10), ("markerHeight", 10), ("markerUnits", "userSpaceOnUse"), ("orient", "auto")),
            new XElement(Svg + "path", Attributes(("d", "M0 0 L10 5 L0 10 z"), ("fill", fill))));

    private static object[] Attributes(params (string Name, object Value)[] attributes) => [.. attributes.Select(a => new XAttribute(a.Name, XmlText.Clean(Convert.ToString(a.Value, CultureInfo.InvariantCulture)!)))];

    private static string Prefix(WorkflowDefinition definition) =>
        "wf-" + string.Concat($"{definition.DefinitionId}-{definition.Version.ToString(CultureInfo.InvariantCulture)}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
