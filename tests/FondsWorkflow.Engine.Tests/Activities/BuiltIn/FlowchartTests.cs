using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FlowchartTests
{
    private static FondsWorkflow.Engine.Definitions.ActivityNode Inner => Chart()
        .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Wait("b"), Node("join", "FlowJoin", ("mode", "WaitAll")), Set("count", "n", Js("getN() + 1")), Switch("more", ("Again", "getN() < 2")), Line("inner done"))
        .Connect("fork:A -> a -> join", "fork:B -> b -> join", "join -> count -> more", "more:Again -> fork", "more:Default -> inner done").Root("inner") with { Variables = [Var("n", "Int32", "0")] };

    [Fact]
    public async Task A_flowchart_in_a_flowchart_has_variables_joins_and_loops_of_its_own_and_is_one_step_outside()
    {
        var test = await Chart().Variable("n", "Int32", "100").Add(Inner, Say("after", "getN()")).Connect("inner -> after").Test().StartAsync();
        foreach (var name in new[] { "a", "b", "b", "a" }) await test.PublishAsync(name);

        Assert.Equal(["inner done", "100"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task A_faster_branch_outside_cancels_all_that_waits_in_a_flowchart_inside()
    {
        var test = await Chart().Add(Node("f", "FlowFork", ("branches", new[] { "In", "Out" })), Inner, Wait("out"), Node("first", "FlowJoin", ("mode", "WaitAny")), Line("after"))
            .Connect("f:In -> inner -> first", "f:Out -> out -> first", "first -> after").Test().StartAsync();

        await test.PublishAsync("out");

        Assert.Equal(["after"], test.Notes);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_flowchart_in_which_nothing_runs_any_more_is_done_also_when_its_last_outcome_leads_nowhere()
    {
        var inner = Chart().Add(Switch("s", ("Yes", "true")), Line("never")).Connect("s:Default -> never").Root("inner");
        var test = await Chart().Add(inner, Line("after")).Connect("inner -> after").Test().StartAsync();

        Assert.Equal(["after"], test.Notes);
    }
}
