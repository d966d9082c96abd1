using System.Globalization;
using System.Text;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Says in sentences what the picture shows.</summary>
internal static class PlainText
{
    public static void Write(StringBuilder text, DiagramGraph graph, string number, string indent)
    {
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            var mine = string.Create(CultureInfo.InvariantCulture, $"{number}{i + 1}");
            text.Append(indent).Append(StepWords.Of(node, mine)).Append(": ").Append(Ways(graph, i, number)).Append(node.Inner is null ? ".\n" : $"; {DiagramTexts.Of("Contains")}\n");
            if (node.Inner is { } inner) Write(text, inner, $"{mine}.", indent + "   ");
        }
    }

    private static string Ways(DiagramGraph graph, int node, string number)
    {
        if (graph.Nodes[node].Step.Type is "Elsa.End" or "Elsa.Finish" or "Elsa.Complete") return DiagramTexts.Of("Ends");
        var ways = graph.Edges.Where(e => e.Source == node).Select(e => Way(graph, e, number)).ToList();
        return ways.Count == 0 ? DiagramTexts.Of("NoNext") : string.Join("; ", ways);
    }

    private static string Way(DiagramGraph graph, DiagramEdge edge, string number)
    {
        var target = DiagramTexts.Of("Target", string.Create(CultureInfo.InvariantCulture, $"{number}{edge.Target + 1}"), graph.Nodes[edge.Target].Label);
        if (edge.Label.Length == 0) return DiagramTexts.Of(edge.IsBack ? "Back" : "Next", target);
        return DiagramTexts.Of(edge.IsBack ? "BackOn" : "NextOn", edge.Label, target);
    }
}
