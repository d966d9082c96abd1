using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ParallelTests
{
    [Fact]
    public async Task It_ends_with_the_last_of_its_activities()
    {
        var test = Chart().Add(Node("p", "Parallel") with { Activities = [Wait("a"), Wait("b")] }, Line("after")).Connect("p -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("b");
        Assert.Empty(test.Notes);
        await test.PublishAsync("a");

        Assert.Equal(["after"], test.Notes);
    }

    [Fact]
    public async Task Empty_composites_end_at_once()
    {
        var test = Chart().Add(Node("p", "Parallel"), Node("f", "Fork"), Node("s", "Sequence"), Node("c", "Flowchart"), Node("n", "FlowNode")).Connect("p -> f -> s -> c -> n").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
