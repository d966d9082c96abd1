using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class StartTests
{
    [Fact]
    public async Task A_flowchart_begins_with_its_start_wherever_it_stands()
    {
        var test = await Chart().Add(Line("loose"), Line("after"), Node("start", "Start")).Connect("start -> after").Test().StartAsync();

        Assert.Equal(["after"], test.Notes);
        Assert.Equal("start", test.Path.First());
    }

    [Fact]
    public async Task Without_a_start_it_begins_with_a_step_that_can_start_the_workflow_then_with_one_that_no_arrow_leads_to_then_with_the_first()
    {
        var able = await Chart().Add(Line("first"), Line("able") with { CanStartWorkflow = true }).Test().StartAsync();
        var free = await Chart().Add(Line("second"), Line("free")).Connect("free -> second").Test().StartAsync();
        var loop = await Chart().Add(Wait("one"), Wait("two")).Connect("one -> two -> one").Test().StartAsync();

        Assert.Equal(["able"], able.Notes);
        Assert.Equal(["free", "second"], free.Notes);
        Assert.Equal("one", Assert.Single(loop.Snapshot.Bookmarks).ActivityId);
    }
}
