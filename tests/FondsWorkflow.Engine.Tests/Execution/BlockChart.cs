using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Tests.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Draws blocks as a flowchart. Branches lead straight into the next step, so its implicit join is put to the test.</summary>
internal sealed class BlockChart
{
    private readonly List<ActivityNode> _steps = [];
    private readonly List<Connection> _connections = [];

    public static WorkflowDefinition Of(Block block) => Flow.Of(new BlockChart().Chart("flow", block));

    private ActivityNode Chart(string id, Block block)
    {
        var start = Add(Flow.Node($"{id}Start", "Start"));
        Draw(block, [(start, "Done")]);
        return Flow.Node(id, "Flowchart") with { Activities = _steps, Connections = _connections };
    }

    /// <summary>Draws a block behind the open ends and gives its own open ends.</summary>
    private List<(string Step, string Port)> Draw(Block block, List<(string Step, string Port)> ends)
    {
        switch (block)
        {
            case Block.Leaf leaf: return One(leaf.Waits ? Flow.Wait($"s{leaf.Id}") : Flow.Line($"s{leaf.Id}"), ends);
            case Block.Row row: return row.Parts.Aggregate(ends, (open, part) => Draw(part, open));
            case Block.Inner inner: return One(new BlockChart().Chart($"c{inner.Id}", inner.Body), ends);
            case Block.Choice choice:
                var decision = Put(Flow.Node($"s{choice.Id}", "Test.Choose", ("block", choice.Id), ("options", choice.Branches.Length)), ends);
                return choice.Branches.SelectMany((branch, i) => Draw(branch, [(decision, $"O{i}")])).ToList();
            case Block.Together together: return DrawTogether(together, ends);
            case Block.Race race: return DrawRace(race, ends);
            case Block.Loop loop: return DrawLoop(loop, ends);
            default: throw new InvalidOperationException();
        }
    }

    private List<(string, string)> DrawTogether(Block.Together together, List<(string, string)> ends)
    {
        var fork = Put(Flow.Node($"s{together.Id}", "FlowFork", ("branches", Names(together.Branches.Length))), ends);
        var open = together.Branches.SelectMany((branch, i) => Draw(branch, [(fork, $"B{i}")])).ToList();
        var join = together.Join switch
        {
            "None" => Flow.Node($"j{together.Id}", "Sequence"),
            "Merge" or "Converge" => Flow.Node($"j{together.Id}", "Sequence") with { MergeMode = HasSeveralEnds(together) ? MergeMode.None : Enum.Parse<MergeMode>(together.Join) },
            var mode => Flow.Node($"j{together.Id}", "FlowJoin", ("mode", HasSeveralEnds(together) ? "WaitAllActive" : mode)),
        };
        return One(join, open);
    }

    /// <summary>A branch with several ends would never bring a token over all of them.</summary>
    private static bool HasSeveralEnds(Block block) => block switch
    {
        Block.Choice => true,
        Block.Row row => HasSeveralEnds(row.Parts[^1]),
        Block.Together together => together.Branches.Any(HasSeveralEnds),
        _ => false,
    };

    private List<(string, string)> DrawRace(Block.Race race, List<(string, string)> ends)
    {
        var fork = Put(Flow.Node($"s{race.Id}", "FlowFork", ("branches", Names(race.Branches.Length))), ends);
        var open = race.Branches
            .SelectMany((branch, i) => Draw(branch, One(Flow.Wait($"s{BlockModel.Gate(race.Id, branch.Id)}"), [(fork, $"B{i}")])))
            .ToList();
        var first = race.ByMergeMode ? Flow.Node($"j{race.Id}", "Sequence") with { MergeMode = MergeMode.Race } : Flow.Node($"j{race.Id}", "FlowJoin", ("mode", "WaitAny"));
        return One(first, open);
    }

    private List<(string, string)> DrawLoop(Block.Loop loop, List<(string, string)> ends)
    {
        var head = Put(Flow.Node($"h{loop.Id}", "Sequence"), ends);
        var again = Put(Flow.Node($"s{loop.Id}", "Test.Choose", ("block", loop.Id), ("options", 3), ("loops", true)), Draw(loop.Body, [(head, "Done")]));
        Connect((again, "O1"), head);
        Connect((again, "O2"), head);
        return [(again, "O0")];
    }

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

    private static string[] Names(int count) => Enumerable.Range(0, count).Select(i => $"B{i}").ToArray();
}

/// <summary>Asks the oracle that the model asks.</summary>
[Activity("Test.Choose", Outcomes = ["O0", "O1", "O2"])]
internal sealed class Choose(Oracle oracle) : Activity
{
    public Input<int>? Block { get; init; }

    public Input<int>? Options { get; init; }

    public Input<bool>? Loops { get; init; }

    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var id = context.Get(Block);
        context.Complete($"O{BlockModel.Decide(context.Get(Loops) ? 0 : oracle.Seed, id, oracle.Visit(id), context.Get(Options))}");
        return ValueTask.CompletedTask;
    }
}

internal sealed class Oracle(int seed)
{
    private readonly Dictionary<int, int> _visits = [];

    public int Seed => seed;

    public int Visit(int id) => _visits[id] = _visits.GetValueOrDefault(id) + 1;
}
