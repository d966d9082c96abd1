using System.Globalization;
using System.Text;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Writes a graph in Mermaid's flowchart language.</summary>
internal static class MermaidText
{
    public static string Write(DiagramGraph graph)
    {
        var text = new StringBuilder("flowchart TD\n");
        var marks = new SortedDictionary<StepState, List<string>>();
        Write(text, graph, "s", "  ", marks);
        foreach (var (state, steps) in marks) text.Append(CultureInfo.InvariantCulture, $"  class {string.Join(',', steps)} {Class(state)}\n");
        if (marks.Count > 0)
        {
            text.Append("  classDef done fill:#e4f3e6,stroke:#1b5e20,color:#1b1b1b\n");
            text.Append("  classDef current fill:#fff2c2,stroke:#7a4a00,stroke-width:4px,color:#1b1b1b\n");
            text.Append("  classDef failed fill:#fde8e8,stroke:#9b0000,stroke-width:4px,color:#1b1b1b\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, DiagramGraph graph, string prefix, string indent, SortedDictionary<StepState, List<string>> marks)
    {
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            var id = Id(prefix, i);
            if (node.State != StepState.None) Mark(marks, node.State, id);
            if (node.Inner is { } inner)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}subgraph {id} [\"{Escape(node.Label)}\"]\n");
                Write(text, inner, id + "_", indent + "  ", marks);
                text.Append(indent).Append("end\n");
            }
            else text.Append(indent).Append(id).Append(Shape(node)).Append('\n');
        }

        foreach (var edge in graph.Edges)
        {
            var label = edge.Label.Length > 0 ? $"|\"{Escape(edge.Label)}\"|" : "";
            text.Append(CultureInfo.InvariantCulture, $"{indent}{Id(prefix, edge.Source)} {(edge.IsFollowed ? "==>" : "-->")}{label} {Id(prefix, edge.Target)}\n");
        }
    }

    private static void Mark(SortedDictionary<StepState, List<string>> marks, StepState state, string id)
    {
        if (!marks.TryGetValue(state, out var steps)) marks[state] = steps = [];
        steps.Add(id);
    }

    private static string Shape(DiagramNode node) => node.Step.Type switch
    {
        "Elsa.Start" or "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" => $"([\"{Escape(node.Label)}\"])",
        "Elsa.FlowDecision" or "Elsa.FlowSwitch" => $"{{\"{Escape(node.Label)}\"}}",
        "Elsa.Event" or "Elsa.Delay" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt" or "Elsa.RunTask" => $"{{{{\"{Escape(node.Label)}\"}}}}",
        _ => $"[\"{Escape(node.Label)}\"]",
    };

    private static string Class(StepState state) => state switch
    {
        StepState.Done => "done",
        StepState.Current => "current",
        _ => "failed",
    };

    private static string Id(string prefix, int place) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{place + 1}");

    private static string Escape(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
