using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class LoopTests
{
    private static Dictionary<string, ActivityNode> Body(ActivityNode body) => new(StringComparer.Ordinal) { ["body"] = body };

    private static ActivityNode Say(string script) => Node("say", "WriteLine", ("text", Js(script)));

    [Theory]
    [InlineData(1, 3, 1, true, "1,2,3")]
    [InlineData(1, 3, 1, false, "1,2")]
    [InlineData(3, 1, -1, true, "3,2,1")]
    [InlineData(3, 1, -1, false, "3,2")]
    [InlineData(0, 5, 2, true, "0,2,4")]
    [InlineData(2, 1, 1, true, "")]
    public async Task For_counts_as_told(int start, int end, int step, bool inclusive, string expected)
    {
        var test = Chart().Add(Node("for", "For", ("start", start), ("end", end), ("step", step), ("outerBoundInclusive", inclusive)) with { Children = Body(Say("getVariable('CurrentValue')")) }).Test();

        await test.StartAsync();

        Assert.Equal(expected, string.Join(',', test.Notes));
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task For_with_the_step_0_is_an_incident_instead_of_a_hang()
    {
        var test = Chart().Add(Node("for", "For", ("start", 1), ("end", 3), ("step", 0)) with { Children = Body(Line("x")) }).Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
    }

    [Fact]
    public async Task ForEach_runs_its_body_for_each_item_one_after_another()
    {
        var test = Chart().Add(Node("each", "ForEach", ("items", new[] { "a", "b" })) with { Children = Body(SequenceOf("b", Wait("w"), Say("getVariable('CurrentValue') + getVariable('CurrentIndex')"))) }).Test();

        await test.StartAsync();
        Assert.Single(test.Snapshot.Bookmarks);
        await test.PublishAsync("w");
        await test.PublishAsync("w");

        Assert.Equal(["a0", "b1"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task ParallelForEach_runs_all_bodies_side_by_side_with_their_own_item()
    {
        var test = Chart().Add(Node("each", "ParallelForEach", ("items", new[] { "a", "b", "c" })) with { Children = Body(SequenceOf("b", Wait("w"), Say("getVariable('CurrentValue') + getVariable('CurrentIndex')"))) }).Test();

        await test.StartAsync();
        Assert.Equal(3, test.Snapshot.Bookmarks.Count);
        await test.SendAsync(new Stimulus.Resume(test.Snapshot.Bookmarks[1].Id));
        Assert.Equal(["b1"], test.Notes);
        await test.PublishAsync("w");

        Assert.Equal(["b1", "a0", "c2"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task While_reads_its_condition_before_each_turn()
    {
        var test = Chart().Variable("n", "Int32", "0").Add(Node("while", "While", ("condition", Js("getN() < 3"))) with { Children = Body(Set("inc", "n", Js("getN() + 1"))) }).Test();

        await test.StartAsync();

        Assert.Equal(3L, test.Variable("n"));
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_loop_that_never_waits_becomes_an_incident_instead_of_a_hang()
    {
        var test = Chart().Add(Line("a"), Line("b")).Connect("a -> b -> a").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Faulted, test.Status);
        Assert.Contains("without waiting", Assert.Single(test.Snapshot.Incidents).Message, StringComparison.Ordinal);
    }
}
