using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Cases the random flowcharts once failed with, shrunk.</summary>
public sealed class KeptCasesTests
{
    /// <summary>A join inside a loop waited for a branch that could reach it only in the loop's next pass, and the join after it went on without it.</summary>
    [Fact]
    public async Task A_join_inside_a_loop_does_not_wait_for_the_loops_next_pass()
    {
        var body = new Block.Together(2, "None", [
            new Block.Row(3, [new Block.Choice(4, [new Block.Leaf(5, Waits: false), new Block.Leaf(6, Waits: false)]), new Block.Leaf(12, Waits: true)]),
            new Block.Leaf(14, Waits: true)]);
        var test = new WorkflowTest(BlockChart.Of(new Block.Loop(1, body)), new FondsWorkflow.Engine.Activities.ActivityRegistry().Add<Choose>());
        test.Services.Add(new Oracle(9));

        await test.StartAsync();

        Assert.Equal(["s12", "s14"], test.Snapshot.Bookmarks.Select(b => b.ActivityId).Order(StringComparer.Ordinal));
    }

    /// <summary>Of two races in a row inside a fork each cancels only what was on the way to it.</summary>
    [Fact]
    public async Task A_race_in_one_branch_leaves_the_other_branch_alone()
    {
        var test = Flow.Chart()
            .Add(Flow.Node("fork", "FlowFork", ("branches", new[] { "L", "R" })), Flow.Wait("left"), Flow.Wait("a"), Flow.Wait("b"), Flow.Node("race", "FlowFork", ("branches", new[] { "A", "B" })), Flow.Node("first", "FlowJoin", ("mode", "WaitAny")), Flow.Node("all", "FlowJoin", ("mode", "WaitAll")), Flow.Line("end"))
            .Connect("fork:L -> left -> all", "fork:R -> race", "race:A -> a -> first", "race:B -> b -> first", "first -> all -> end").Test();
        await test.StartAsync();

        await test.PublishAsync("b");
        Assert.Equal(["left"], test.Snapshot.Bookmarks.Select(b => b.ActivityId));
        await test.PublishAsync("left");

        Assert.Equal(["end"], test.Notes);
    }
}
