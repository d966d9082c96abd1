using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Tests.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Draws blocks as a flowchart, and what is no flowchart as a step of it. Branches lead straight into the next step, so its implicit join is put to the test.</summary>
internal sealed class BlockChart
{
    private readonly List<ActivityNode> _steps = [];
    private readonly List<Connection> _connections = [];

    /// <summary>The definition; it asks for the input <c>Seed</c>, which decides its choices.</summary>
    public static WorkflowDefinition Of(Block block) => Flow.Of(new BlockChart().Chart("flow", block), [.. Ids(block).Select(id => Flow.Var($"c{id}", "Int32"))]) with { Inputs = [Flow.In("Seed")] };

    private static IEnumerable<int> Ids(Block block) => block.Parts.SelectMany(Ids).Append(block.Id);

    private ActivityNode Chart(string id, Block block)
    {
        var start = Add(Flow.Node($"{id}Start", "Start"));
        Draw(block, [(start, "Done")]);
        return Flow.Node(id, "Flowchart") with { Activities = _steps, Connections = _connections };
    }

    /// <summary>Draws a block behind the open ends and gives its own open ends.</summary>
    private List<(string Step, string Port)> Draw(Block block, List<(string Step, string Port)> ends)
    {
        switch (block.Kind)
        {
            case BlockKind.Row: return block.Parts.Aggregate(ends, (open, part) => Draw(part, open));
            case BlockKind.Choice:
                var decision = Put(Choice($"s{block.Id}", block.Id, block.Parts.Length), ends);
                return block.Parts.SelectMany((branch, i) => Draw(branch, i == block.Parts.Length - 1 ? Others(decision, i) : [(decision, $"O{i}")])).ToList();
            case BlockKind.Loop: return DrawLoop(block, ends);
            case >= BlockKind.WaitAll and <= BlockKind.Converge: return DrawTogether(block, ends);
            case BlockKind.WaitAny or BlockKind.Race: return DrawRace(block, ends);
            default: return One(Step(block), ends);
        }
    }

    /// <summary>A block as one step: itself, an activity around its parts, or a flowchart of its own.</summary>
    private static ActivityNode Step(Block block)
    {
        var steps = block.IsComposite ? Array.ConvertAll(block.Parts, Step) : [];
        var (id, choice) = ($"c{block.Id}", $"getVariable('c{block.Id}')");
        return block.Kind switch
        {
            BlockKind.Say => Flow.Line($"s{block.Id}"),
            BlockKind.Wait => Flow.Wait($"s{block.Id}"),
            BlockKind.Sequence => Flow.SequenceOf(id, steps),
            BlockKind.Parallel => Flow.Node(id, "Parallel") with { Activities = steps },
            BlockKind.ForEach => Flow.Node(id, "ForEach", ("items", Enumerable.Range(1, block.Turns).ToArray())) with { Children = Children(("body", steps[0])) },
            BlockKind.While => Deciding(3, Flow.Node(id, "While", ("condition", Flow.Js($"{choice} !== 0"))) with { Children = Children(("body", Flow.SequenceOf($"b{block.Id}", steps[0], Choice($"t{block.Id}", block.Id, 3, loops: true)))) }),
            BlockKind.If => Deciding(2, Flow.Node(id, "If", ("condition", Flow.Js($"{choice} === 0"))) with { Children = Children(("then", steps[0]), ("else", steps[1])) }),
            BlockKind.Switch => Deciding(2, Flow.Node(id, "Switch") with { Cases = [.. Flow.CaseList(("First", $"{choice} === 0")).Select(c => c with { Activity = steps[0] })], Children = Children(("default", steps[1])) }),
            BlockKind.Cascade or BlockKind.Stream => new BlockChart().DrawBehind(block),
            _ => new BlockChart().Chart(id, block.Kind == BlockKind.Inner ? block.Parts[0] : block),
        };

        ActivityNode Deciding(int options, ActivityNode then) => Flow.SequenceOf($"d{block.Id}", Choice($"s{block.Id}", block.Id, options, block.Kind == BlockKind.While), then);
    }

    private ActivityNode DrawBehind(Block block)
    {
        var start = Add(Flow.Node($"c{block.Id}Start", "Start"));
        var open = Branches(block.Parts[..^1], block.Id, [(start, "Done")]);
        Draw(block.Parts[^1], One(Flow.Node($"j{block.Id}", "Sequence") with { MergeMode = Enum.Parse<MergeMode>(block.Kind.ToString()) }, open));
        return Flow.Node($"c{block.Id}", "Flowchart") with { Activities = _steps, Connections = _connections };
    }

    private List<(string, string)> DrawTogether(Block block, List<(string, string)> ends)
    {
        var open = Branches(block.Parts, block.Id, ends);
        var (id, several) = ($"j{block.Id}", block.Parts.Any(HasSeveralEnds));
        return One(block.Kind switch
        {
            BlockKind.Implicit => Flow.Node(id, "Sequence"),
            BlockKind.Merge or BlockKind.Converge => Flow.Node(id, "Sequence") with { MergeMode = several ? MergeMode.None : Enum.Parse<MergeMode>(block.Kind.ToString()) },
            var mode => Flow.Node(id, "FlowJoin", ("mode", several ? "WaitAllActive" : mode.ToString())),
        }, open);
    }

    /// <summary>A branch with several ends would never bring a token over all of them.</summary>
    private static bool HasSeveralEnds(Block block) => block.Kind == BlockKind.Choice || (block.Kind == BlockKind.Row && HasSeveralEnds(block.Parts[^1]));

    private List<(string, string)> DrawRace(Block block, List<(string, string)> ends)
    {
        var fork = Fork(block.Parts, block.Id, ends);
        var open = block.Parts
            .SelectMany((branch, i) => Draw(branch, One(Flow.Wait($"s{BlockModel.Gate(block.Id, i)}"), [(fork, $"B{i}")])))
            .ToList();
        return One(block.Kind == BlockKind.Race ? Flow.Node($"j{block.Id}", "Sequence") with { MergeMode = MergeMode.Race } : Flow.Node($"j{block.Id}", "FlowJoin", ("mode", "WaitAny")), open);
    }

    private List<(string, string)> DrawLoop(Block block, List<(string, string)> ends)
    {
        var head = Put(Flow.Node($"h{block.Id}", "Sequence"), ends);
        var again = Put(Choice($"s{block.Id}", block.Id, 3, loops: true), Draw(block.Parts[0], [(head, "Done")]));
        Connect((again, "O1"), head);
        Connect((again, "O2"), head);
        return One(Flow.Node($"e{block.Id}", "Sequence"), [(again, "O0")]);
    }

    private static List<(string, string)> Others(string decision, int from) => [.. Enumerable.Range(from, 3 - from).Select(i => (decision, $"O{i}"))];

    private List<(string, string)> Branches(Block[] branches, int id, List<(string, string)> ends)
    {
        var fork = Fork(branches, id, ends);
        return branches.SelectMany((branch, i) => Draw(branch, [(fork, $"B{i}")])).ToList();
    }

    private string Fork(Block[] branches, int id, List<(string, string)> ends) =>
        Put(Flow.Node($"s{id}", "FlowFork", ("branches", Enumerable.Range(0, branches.Length).Select(i => $"B{i}").ToArray())), ends);

    private static ActivityNode Choice(string id, int block, int options, bool loops = false) => Flow.Node(id, "Test.Choose", ("block", block), ("options", options), ("loops", loops));

    private static Dictionary<string, ActivityNode> Children(params (string Port, ActivityNode Step)[] children) => children.ToDictionary(c => c.Port, c => c.Step, StringComparer.Ordinal);

    private List<(string, string)> One(ActivityNode node, List<(string, string)> ends) => [(Put(node, ends), "Done")];

    private string Put(ActivityNode node, List<(string, string)> ends)
    {
        Add(node);
        foreach (var end in ends) Connect(end, node.Id);
        return node.Id;
    }

    private string Add(ActivityNode node)
    {
        _steps.Add(node);
        return node.Id;
    }

    private void Connect((string Step, string Port) from, string to) => _connections.Add(new Connection(from.Step, from.Port, to));
}

/// <summary>Decides as the model does. What it must remember, how often it was asked, is in the instance: variables <c>n7</c> and <c>c7</c> hold the visits and the last choice of block 7.</summary>
[Activity("Test.Choose", Outcomes = ["O0", "O1", "O2"])]
internal sealed class Choose : Activity
{
    public Input<int>? Block { get; init; }

    public Input<int>? Options { get; init; }

    public Input<bool>? Loops { get; init; }

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.Get(Block);
        var visit = context.GetVariable<int>($"n{id}") + 1;
        var choice = BlockModel.Decide(context.Get(Loops) ? 0 : context.GetInput<int>("Seed"), id, visit, context.Get(Options));
        context.SetVariable($"n{id}", visit);
        context.SetVariable($"c{id}", choice);
        context.Complete($"O{choice}");
        return ValueTask.CompletedTask;
    }
}
