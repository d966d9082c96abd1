using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowNodeTests
{
    [Fact]
    public async Task It_ends_with_its_body()
    {
        var test = Chart().Add(Node("n", "FlowNode").With(("body", SequenceOf("s", Line("one"), Wait("w")))), Line("after")).Connect("n -> after").Test();

        await test.StartAsync();
        Assert.Equal(["one"], test.Notes);
        await test.PublishAsync("w");

        Assert.Equal(["one", "after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
