using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ParallelAndForkTests
{
    [Fact]
    public async Task Parallel_ends_with_the_last_of_its_activities()
    {
        var test = Chart().Add(Node("p", "Parallel") with { Activities = [Wait("a"), Wait("b")] }, Line("after")).Connect("p -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("b");
        Assert.Empty(test.Notes);
        await test.PublishAsync("a");

        Assert.Equal(["after"], test.Notes);
    }

    [Theory]
    [InlineData("WaitAll", 0)]
    [InlineData("WaitAny", 1)]
    public async Task Fork_goes_on_as_its_mode_says(string mode, int afterFirst)
    {
        var fork = Node("p", "Fork") with
        {
            Branches = [Wait("a"), Wait("b")],
            Properties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["joinMode"] = System.Text.Json.JsonSerializer.SerializeToElement(mode) },
        };
        var test = Chart().Add(fork, Line("after")).Connect("p -> after").Test();

        await test.StartAsync();
        await test.PublishAsync("b");
        Assert.Equal(afterFirst, test.Notes.Count());
        await test.PublishAsync("a");

        Assert.Single(test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Empty_ones_end_at_once()
    {
        var test = Chart().Add(Node("p", "Parallel"), Node("f", "Fork"), Node("s", "Sequence"), Node("c", "Flowchart"), Node("n", "FlowNode")).Connect("p -> f -> s -> c -> n").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
