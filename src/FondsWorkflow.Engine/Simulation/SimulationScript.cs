using System.Text.Json;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Simulation;

/// <summary>Turns a definition into one that runs without data: structure and joins stay what they are, every decision and every wait becomes a simulated step.</summary>
internal sealed class SimulationScript(ActivityCatalogue catalogue)
{
    /// <summary>Marks the step that decides inside a composite which was an If or Switch.</summary>
    public const char Decides = '?';

    private static readonly InputValue OneTurn = new("Object", JsonSerializer.SerializeToElement("[1]"), "Object");
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.Break", "Elsa.Fault", "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel", "Elsa.Fork", "Elsa.FlowNode",
    };

    public WorkflowDefinition Rewrite(WorkflowDefinition definition) => definition with
    {
        Variables = [],
        Root = Rewrite(definition.Root, []),
        Options = definition.Options with { IncidentStrategyType = null },
        CustomProperties = WorkflowDefinition.NoProperties,
    };

    private ActivityNode Rewrite(ActivityNode node, IReadOnlyList<Connection> around)
    {
        if (Structure.Contains(node.Type)) return Bare(node);
        return node.Type switch
        {
            "Elsa.FlowJoin" => Bare(node) with { Inputs = OnlyLiteral(node, "mode") },
            "Elsa.FlowFork" when Outcomes(node) is { Count: > 0 } branches => Fork(node, branches),
            "Elsa.If" => Decision(node, node.Children.ToDictionary(c => c.Key == "then" ? "True" : "False", c => c.Value, StringComparer.Ordinal), ["True", "False"]),
            "Elsa.Switch" => Decision(node, Cases(node), [.. node.Cases.Select(c => c.Label), "Default"]),
            "Elsa.For" or "Elsa.ForEach" or "Elsa.While" => Loop(node, "Elsa.ForEach"),
            "Elsa.ParallelForEach" => Loop(node, node.Type),
            _ => Step(node, Choices(node, around), IsPassThrough(node)),
        };
    }

    /// <summary>The same step without expressions, outputs and variables.</summary>
    private ActivityNode Bare(ActivityNode node) => node with
    {
        Inputs = ActivityNode.NoInputs,
        Outputs = ActivityNode.NoOutputs,
        Variables = [],
        Cases = [],
        Activities = [.. node.Activities.SelectMany(a => HasBranches(a) ? Bulk(a) : [Rewrite(a, node.Connections)])],
        Connections = Connect(node),
        Branches = [.. node.Branches.Select(b => Rewrite(b, []))],
        Children = node.Children.ToDictionary(c => c.Key, c => Rewrite(c.Value, []), StringComparer.Ordinal),
        CustomProperties = node.CustomProperties.Where(p => p.Key != "retry").ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
    };

    /// <summary>A step that starts a workflow for each item: a child ends well, badly or without a branch for it; then all have ended.</summary>
    private IEnumerable<ActivityNode> Bulk(ActivityNode node)
    {
        yield return Decision(node, node.Children.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal), [.. node.Children.Keys.Order(StringComparer.Ordinal), "none"]);
        yield return Step(node with { Id = EndOf(node.Id) }, Choices(node, []), isPassThrough: false);
    }

    private static IReadOnlyList<Connection> Connect(ActivityNode chart)
    {
        var bulks = chart.Activities.Where(HasBranches).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        if (bulks.Count == 0 || chart.Connections.Count == 0) return chart.Connections;
        return [.. chart.Connections.Select(c => bulks.Contains(c.Source) ? c with { Source = EndOf(c.Source) } : c), .. bulks.Select(b => new Connection(b, "Done", EndOf(b)))];
    }

    private static bool HasBranches(ActivityNode node) => node.Type == "Elsa.BulkDispatchWorkflows" && node.Children.Count > 0;

    private static string EndOf(string bulk) => $"{bulk}{Decides}{Decides}";

    private ActivityNode Loop(ActivityNode node, string type) => Bare(node) with
    {
        Type = type,
        Version = catalogue.Latest(type)!.Version,
        Inputs = new Dictionary<string, InputValue>(StringComparer.Ordinal) { ["items"] = OneTurn },
    };

    private ActivityNode Fork(ActivityNode node, IReadOnlyList<string> branches) => Bare(node) with
    {
        Inputs = new Dictionary<string, InputValue>(StringComparer.Ordinal) { ["branches"] = new("Object", JsonSerializer.SerializeToElement(JsonSerializer.Serialize(branches)), "Object") },
    };

    private ActivityNode Decision(ActivityNode node, Dictionary<string, ActivityNode> branches, IReadOnlyList<string> choices)
    {
        var decides = Step(node with { Id = node.Id + Decides }, choices, isPassThrough: false);
        return Bare(node) with
        {
            Type = "Elsa.Flowchart",
            Version = 1,
            Properties = WorkflowDefinition.NoProperties,
            Children = ActivityNode.NoChildren,
            Activities = [decides, .. branches.Values.Select(b => Rewrite(b, []))],
            Connections = [.. branches.Select(b => new Connection(decides.Id, b.Key, b.Value.Id))],
        };
    }

    private static Dictionary<string, ActivityNode> Cases(ActivityNode node)
    {
        var cases = node.Cases.Where(c => c.Activity is not null).ToDictionary(c => c.Label, c => c.Activity!, StringComparer.Ordinal);
        if (node.Children.TryGetValue("default", out var otherwise)) cases.TryAdd("Default", otherwise);
        return cases;
    }

    private static ActivityNode Step(ActivityNode node, IReadOnlyList<string> choices, bool isPassThrough)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["choices"] = JsonSerializer.SerializeToElement(choices) };
        if (isPassThrough && choices.Count == 1) properties[SimulatedStep.PassThrough] = JsonSerializer.SerializeToElement(true);
        return new ActivityNode
        {
            Id = node.Id,
            NodeId = node.NodeId,
            Type = SimulatedStep.TypeName,
            Properties = properties,
            CanStartWorkflow = node.CanStartWorkflow,
            MergeMode = node.MergeMode,
        };
    }

    private bool IsPassThrough(ActivityNode node) => catalogue.Find(node.Type, node.Version)?.IsBlocking != true;

    private IReadOnlyList<string> Choices(ActivityNode node, IReadOnlyList<Connection> around)
    {
        var outcomes = Outcomes(node) ?? [.. around.Where(c => c.Source == node.Id).Select(c => c.Outcome)];
        if (node.Type == "Elsa.BulkDispatchWorkflows") return Waits(node) ? [$"Completed{SimulatedStep.And}Done", $"Canceled{SimulatedStep.And}Done", "Done"] : ["Done"];
        if (outcomes.Count == 0) return ["Done"];
        var choices = outcomes.Distinct(StringComparer.Ordinal).ToList();
        if (MatchesAny(node) && node.Cases.Count > 1) choices.Add(string.Join(SimulatedStep.And, node.Cases.Select(c => c.Label)));
        return choices;
    }

    private IReadOnlyList<string>? Outcomes(ActivityNode node) => catalogue.Find(node.Type, node.Version)?.OutcomesOf(node);

    /// <summary>Whether a bulk may wait for its children; without any items it is just Done.</summary>
    private static bool Waits(ActivityNode bulk) => !(OnlyLiteral(bulk, "waitForCompletion").TryGetValue("waitForCompletion", out var waits) && waits.Value.ToString() is "False" or "false");

    private static bool MatchesAny(ActivityNode node) => OnlyLiteral(node, "mode").TryGetValue("mode", out var mode) && mode.Value.ToString() == "MatchAny";

    private static Dictionary<string, InputValue> OnlyLiteral(ActivityNode node, string name) =>
        node.Inputs.Where(i => i.Key == name && i.Value.ExpressionType == "Literal").ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal);
}
