using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class DispatchWorkflowTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task It_starts_a_child_after_the_commit_and_waits_when_asked(bool? waits)
    {
        var test = Chart().Input("no").Add(Node("d", "DispatchWorkflow", ("workflowDefinitionId", "child"), ("correlationId", Js("'order-' + getInput('no')")), ("input", new { A = 1 }), ("waitForCompletion", waits)), Wait("w")).Connect("d -> w").Test();

        await test.StartAsync(("no", 17));

        var child = Assert.Single(test.Children);
        Assert.Equal(("child", "order-17", 1L, false), (child.DefinitionId, child.CorrelationId, child.Inputs["A"], child.InTheSameCommit));
        Assert.Equal(test.Snapshot.InstanceId.ToString(), child.Inputs["ParentInstanceId"]);
        Assert.Equal(waits == true, child.BookmarkId is not null);
        Assert.Equal(waits == true ? "d" : "w", Assert.Single(test.Snapshot.Bookmarks).ActivityId);
    }

    [Fact]
    public async Task Its_result_is_what_the_child_gave_at_its_end()
    {
        var test = Chart().Variable("got").Add(Node("d", "DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", true)).Into("result", "got"), Say("say", "getLastResult().sum")).Connect("d -> say").Test();

        await test.StartAsync();
        await test.ResumeAsync("d", "Finished", new { sum = 7 });

        Assert.Equal(["7"], test.Notes);
        Assert.Equal(7L, ((Dictionary<string, object?>)test.Variable("got")!)["sum"]);
    }

    [Fact]
    public async Task Its_result_without_waiting_is_the_childs_id()
    {
        var test = Chart().Add(Node("d", "DispatchWorkflow", ("workflowDefinitionId", "child")), Say("say", "getOutputFrom('d')")).Connect("d -> say").Test();

        await test.StartAsync();

        Assert.Equal([Assert.Single(test.Children).InstanceId.ToString()], test.Notes);
    }
}
