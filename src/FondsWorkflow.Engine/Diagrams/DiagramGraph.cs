using System.Text.Json;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>What an instance has to do with a step.</summary>
internal enum StepState
{
    None,
    Done,
    Current,
    Failed,
}

/// <summary>A step in a picture.</summary>
/// <param name="Step">The step.</param>
/// <param name="Port">The port of the composite it hangs on (then, body, a case's label), if any.</param>
/// <param name="Inner">The steps inside it, if any.</param>
/// <param name="State">What the instance did with it.</param>
/// <param name="Times">How often it was done.</param>
internal sealed record DiagramNode(ActivityNode Step, string? Port, DiagramGraph? Inner, StepState State, int Times)
{
    public string Label => Port is null ? Step.Label : $"{DiagramTexts.PortOf(Port)}: {Step.Label}";
}

/// <summary>An arrow in a picture, from node to node by number.</summary>
/// <param name="Source">The node it leaves.</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="Label">The outcome in words; empty for a plain Done.</param>
/// <param name="IsFollowed">Whether the instance went this way.</param>
/// <param name="IsBack">Whether it closes a loop.</param>
internal sealed record DiagramEdge(int Source, int Target, string Label, bool IsFollowed, bool IsBack);

/// <summary>The steps of one composite and the arrows between them, in reading order.</summary>
internal sealed class DiagramGraph
{
    private DiagramGraph(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    public IReadOnlyList<DiagramNode> Nodes { get; }

    public IReadOnlyList<DiagramEdge> Edges { get; }

    /// <summary>The picture of a definition: the root's steps, or the root itself when it holds none.</summary>
    public static DiagramGraph Of(WorkflowDefinition definition, InstancePath? path)
    {
        var marks = new PathMarks(path);
        return definition.Root.DirectChildren().Any() ? Inside(definition.Root, marks) : new DiagramGraph([Node(definition.Root, null, marks)], []);
    }

    private static DiagramGraph Inside(ActivityNode composite, PathMarks marks)
    {
        List<(ActivityNode Step, string? Port)> steps =
        [
            .. composite.Activities.Concat(composite.Branches).Select(a => (a, (string?)null)),
            .. composite.Cases.Where(c => c.Activity is not null).Select(c => (c.Activity!, (string?)c.Label)),
            .. composite.Children.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Value, (string?)c.Key)),
        ];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++) index.TryAdd(steps[i].Step.Id, i);
        var arrows = Arrows(composite, index);
        var order = new ReadingOrder(steps.Count, [.. arrows.Select(a => (a.Source, a.Target))], Start(steps));
        var nodes = order.Sequence.Select(i => Node(steps[i].Step, steps[i].Port, marks)).ToList();
        var edges = arrows.Select((a, i) => new DiagramEdge(
            order.Place[a.Source],
            order.Place[a.Target],
            a.Outcome is null ? "" : Words(steps[a.Source].Step, a.Outcome),
            marks.IsFollowed(steps[a.Source].Step.Id, a.Outcome ?? "Done", steps[a.Target].Step.Id),
            order.IsBack[i]));
        return new DiagramGraph(nodes, [.. edges.OrderBy(e => e.Source).ThenBy(e => e.Target).ThenBy(e => e.Label, StringComparer.Ordinal)]);
    }

    private static DiagramNode Node(ActivityNode step, string? port, PathMarks marks) =>
        new(step, port, step.DirectChildren().Any() ? Inside(step, marks) : null, marks.StateOf(step.Id), marks.TimesOf(step.Id));

    private static List<(int Source, string? Outcome, int Target)> Arrows(ActivityNode composite, Dictionary<string, int> index)
    {
        if (composite.Type == "Elsa.Sequence")
            return [.. Enumerable.Range(1, Math.Max(0, composite.Activities.Count - 1)).Select(i => (i - 1, (string?)null, i))];
        return [.. composite.Connections
            .Where(c => index.ContainsKey(c.Source) && index.ContainsKey(c.Target))
            .Select(c => (index[c.Source], (string?)(c.Outcome == "Done" ? null : c.Outcome), index[c.Target]))];
    }

    private static int Start(List<(ActivityNode Step, string? Port)> steps)
    {
        var start = steps.FindIndex(s => s.Step.Type == "Elsa.Start");
        return start >= 0 ? start : Math.Max(0, steps.FindIndex(s => s.Step.CanStartWorkflow));
    }

    /// <summary>The author's words for an outcome (metadata.outcomeTexts), else the built-ins' words, else the outcome.</summary>
    public static string Words(ActivityNode step, string outcome) =>
        step.Metadata.TryGetValue("outcomeTexts", out var texts) && texts.ValueKind == JsonValueKind.Object
        && texts.TryGetProperty(outcome, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : DiagramTexts.PortOf(outcome);
}
