using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowForkTests
{
    [Fact]
    public async Task All_branches_start_in_their_order()
    {
        var test = Chart().Add(Node("f", "FlowFork", ("branches", new[] { "A", "B", "C" })), Line("a"), Line("b"), Line("c"))
            .Connect("f:A -> a", "f:B -> b", "f:C -> c").Test();

        await test.StartAsync();

        Assert.Equal(["a", "b", "c"], test.Notes);
    }

    [Fact]
    public async Task Branches_may_be_computed()
    {
        var test = Chart().Input("who").Add(Node("f", "FlowFork", ("branches", Js("getInput('who')"))), Line("a"), Line("b"), Line("c"))
            .Connect("f:A -> a", "f:B -> b", "f:C -> c").Test();

        await test.StartAsync(("who", new[] { "C", "A" }));

        Assert.Equal(["a", "c"], test.Notes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "done")]
    [InlineData("[]", "")]
    public async Task Without_branches_it_is_done_and_with_none_it_ends_here(string? branches, string expected)
    {
        var test = Chart().Add(branches is null ? Node("f", "FlowFork") : Node("f", "FlowFork", ("branches", Js(branches))), Line("done")).Connect("f -> done").Test();

        await test.StartAsync();

        Assert.Equal(expected, string.Join(',', test.Notes));
        Assert.Equal(FondsWorkflow.Engine.Execution.InstanceStatus.Finished, test.Status);
    }
}
