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
}
