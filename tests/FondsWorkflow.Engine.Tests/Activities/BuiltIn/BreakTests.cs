using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class BreakTests
{
    [Fact]
    public async Task Break_leaves_the_loop_even_from_a_branch_inside_it()
    {
        var body = SequenceOf("body",
            Line("turn"),
            Node("if", "If", ("condition", Js("getVariable('CurrentValue') === 2"))) with { Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["then"] = Node("break", "Break") } },
            Line("rest"));
        var loop = Node("loop", "For", ("start", 1), ("end", 5)) with { Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["body"] = body } };
        var test = Chart().Add(loop, Line("after")).Connect("loop -> after").Test();

        await test.StartAsync();

        Assert.Equal(["turn", "rest", "turn", "after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Theory]
    [InlineData("For", "end", "5")]
    [InlineData("ForEach", "items", "[1, 2, 3]")]
    [InlineData("ParallelForEach", "items", "[1, 2, 3]")]
    [InlineData("While", "condition", "true")]
    public async Task Break_in_a_fork_leaves_the_loop_around_it_with_all_that_runs_there(string type, string input, string value)
    {
        var fork = Node("fork", "Fork") with { Branches = [Wait("go"), SequenceOf("branch", Wait("stop"), Node("break", "Break"), Line("never"))] };
        var test = Chart().Add(Node("loop", type, (input, Js(value))).With(("body", SequenceOf("body", fork, Line("turn")))), Line("after")).Connect("loop -> after").Test();

        await test.StartAsync();
        await test.SendAsync(new Stimulus.Resume(test.Snapshot.Bookmarks.First(b => b.ActivityId == "stop").Id));

        Assert.Equal(["after"], test.Notes);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Break_leaves_only_the_inner_of_two_loops()
    {
        var inner = Node("inner", "While", ("condition", true)).With(("body", SequenceOf("b", Line("in"), Node("break", "Break"))));
        var test = Chart().Add(Node("outer", "ForEach", ("items", new[] { 1, 2 })).With(("body", SequenceOf("o", inner, Line("out"))))).Test();

        await test.StartAsync();

        Assert.Equal(["in", "out", "in", "out"], test.Notes);
    }

    [Fact]
    public async Task Break_in_a_fork_without_a_loop_ends_the_fork()
    {
        var test = Chart().Add(Node("fork", "Fork") with { Branches = [Wait("a"), Node("break", "Break")] }, Line("after")).Connect("fork -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }
}
