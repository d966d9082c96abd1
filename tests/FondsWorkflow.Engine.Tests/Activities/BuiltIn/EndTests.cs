using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class EndTests
{
    [Fact]
    public async Task End_ends_the_flowchart_and_cancels_what_runs_beside_it()
    {
        var test = Chart().Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("slow"), Node("end", "End"))
            .Connect("fork:A -> slow", "fork:B -> end").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Contains(test.Journal, e => e is { Kind: JournalKind.Cancelled, ActivityId: "slow" });
    }

    [Fact]
    public async Task End_in_an_inner_flowchart_ends_only_that_one()
    {
        var inner = Chart().Add(Node("innerEnd", "End")).Root("inner");
        var test = Chart().Add(inner, Line("after")).Connect("inner -> after").Test();

        await test.StartAsync();

        Assert.Equal(["after"], test.Notes);
    }
}
