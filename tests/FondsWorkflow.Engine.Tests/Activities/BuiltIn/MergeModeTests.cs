using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class MergeModeTests
{
    private static ActivityNode Merge(string id, MergeMode mode) => Line(id) with { MergeMode = mode };

    private static FondsWorkflow.Engine.Testing.WorkflowTest Fork(MergeMode mode) =>
        Chart().Add(Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Wait("b"), Merge("m", mode))
            .Connect("f:A -> a -> m", "f:B -> b -> m").Test();

    [Theory]
    [InlineData(MergeMode.None, 0, 1)]
    [InlineData(MergeMode.Stream, 0, 1)]
    [InlineData(MergeMode.Merge, 0, 1)]
    [InlineData(MergeMode.Converge, 0, 1)]
    [InlineData(MergeMode.Cascade, 1, 2)]
    [InlineData(MergeMode.Race, 1, 1)]
    public async Task The_merge_mode_says_how_often_two_branches_run_a_step(MergeMode mode, int afterFirst, int afterBoth)
    {
        var test = Fork(mode);

        await test.StartAsync();
        await test.PublishAsync("a");
        Assert.Equal(afterFirst, test.Notes.Count());
        await test.PublishAsync("b");

        Assert.Equal(afterBoth, test.Notes.Count());
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Stream_does_not_wait_for_a_branch_that_is_still_far_away()
    {
        var test = Chart().Add(Node("f", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Wait("far"), Line("near"), Merge("m", MergeMode.Stream))
            .Connect("f:A -> a -> m", "f:B -> far -> near -> m").Test();

        await test.StartAsync();
        await test.PublishAsync("a");

        Assert.Equal(["m"], test.Notes);
    }

    [Fact]
    public async Task Converge_waits_for_the_loop_as_well()
    {
        var test = Chart().Add(Line("start"), Node("f", "FlowFork", ("branches", new[] { "In", "Go" })), Merge("m", MergeMode.Converge), Wait("w"))
            .Connect("start -> f", "f:In -> m", "f:Go -> w", "m -> w", "w -> m").Test();

        await test.StartAsync();
        Assert.DoesNotContain("m", test.Notes);
        Assert.Equal(InstanceStatus.Suspended, test.Status);
    }
}
