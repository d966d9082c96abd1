using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class ExecuteWorkflowTests
{
    [Theory]
    [InlineData(true, "Finished", "Finished", "Finished")]
    [InlineData(true, "Faulted", "Finished", "Faulted")]
    [InlineData(true, "Cancelled", "Finished", "Cancelled")]
    [InlineData(false, "Finished", "Finished", "Finished")]
    [InlineData(false, "Suspended", "Running", "Suspended")]
    [InlineData(false, "Faulted", "Finished", "Faulted")]
    public async Task It_runs_a_child_in_the_same_commit_and_says_how_far_it_came(bool waits, string outcome, string status, string subStatus)
    {
        var test = Chart().Variable("got").Add(Node("e", "ExecuteWorkflow", ("workflowDefinitionId", "child"), ("correlationId", "c"), ("input", new { a = 1 }), ("waitForCompletion", waits)).Into("result", "got")).Test();

        await test.StartAsync();
        var child = Assert.Single(test.Children);
        await test.ResumeAsync("e", outcome, new { x = 1 });

        Assert.Equal((true, !waits, "c", 1L), (child.InTheSameCommit, child.UntilIdle, child.CorrelationId, child.Inputs["a"]));
        Assert.Equal(test.Snapshot.InstanceId.ToString(), child.Inputs["ParentInstanceId"]);
        var got = (Dictionary<string, object?>)test.Variable("got")!;
        Assert.Equal((child.InstanceId.ToString(), status, subStatus), (got["workflowInstanceId"], got["status"], got["subStatus"]));
        Assert.Equal(1L, ((Dictionary<string, object?>)got["output"]!)["x"]);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Who_does_not_ask_to_wait_goes_on_when_the_child_stands_still()
    {
        var test = Chart().Add(Node("e", "ExecuteWorkflow", ("workflowDefinitionId", "child"))).Test();

        await test.StartAsync();

        Assert.True(Assert.Single(test.Children).UntilIdle);
    }
}
