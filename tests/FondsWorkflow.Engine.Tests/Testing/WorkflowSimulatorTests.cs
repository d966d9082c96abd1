using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Testing;

public sealed class WorkflowSimulatorTests
{
    [Fact]
    public async Task It_goes_every_way_once_and_finds_every_end()
    {
        var definition = Chart()
            .Add(Node("ask", "Shop.Ask"), Switch("sum", ("Big", "nothing.at.all"), ("Small", "true")), Wait("paid"), Node("late", "Delay", ("timeSpan", "10.00:00:00")), Line("end"))
            .Connect("ask:Yes -> sum", "ask:No -> end", "ask:TooLate -> ask", "sum:Big -> paid -> end", "sum:Small -> late -> end", "sum:Default -> ask").Build();

        var walk = await WorkflowSimulator.WalkAsync(definition, Shop.Registry);

        Assert.True(walk.IsComplete);
        Assert.Empty(walk.Stuck);
        Assert.All(walk.Paths, p => Assert.Equal(InstanceStatus.Finished, p.Status));
        Assert.Equal("start → ask: No", Assert.Single(walk.Paths).ToString());
    }

    [Fact]
    public async Task A_place_without_a_way_to_an_end_is_stuck()
    {
        var definition = Chart().Add(Node("ask", "Shop.Ask"), Wait("for"), Wait("ever"), Line("end"))
            .Connect("ask:Yes -> for -> ever -> for", "ask:No -> end", "ask:TooLate -> end").Build();

        var walk = await WorkflowSimulator.WalkAsync(definition, Shop.Registry);

        Assert.Equal(["start → ask: Yes", "start → ask: Yes → for"], walk.Stuck.Select(p => p.ToString()));
    }

    [Fact]
    public async Task The_bound_ends_a_walk_that_would_be_too_long()
    {
        var many = Enumerable.Range(0, 12).Select(i => $"w{i}").ToArray();
        var chart = Chart().Add(Node("fork", "FlowFork", ("branches", many)), Line("end")).Add(many.Select(Wait).ToArray()).Connect(many.Select(w => $"fork:{w} -> {w} -> end").ToArray());

        var walk = await WorkflowSimulator.WalkAsync(chart.Build(), Shop.Registry, maxPlaces: 100);

        Assert.False(walk.IsComplete);
    }
}
