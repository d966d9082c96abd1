using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class TaskAndChildTests
{
    [Fact]
    public async Task RunTask_waits_under_the_tasks_name_and_takes_its_result()
    {
        var test = Chart().Add(Node("t", "RunTask", ("taskName", "Print"), ("payload", new { page = 1 })), Node("say", "WriteLine", ("text", Js("getOutputFrom('t') + getOutputFrom('t', 'taskId').length")))).Connect("t -> say").Test();

        await test.StartAsync();
        Assert.Equal("Print", test.Bookmark("t").Name);
        await test.ResumeAsync("t", null, "ok");

        Assert.Equal(["ok36"], test.Notes);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task DispatchWorkflow_starts_a_child_and_waits_when_asked(bool waits, int bookmarks)
    {
        var test = Chart().Add(Node("d", "DispatchWorkflow", ("workflowDefinitionId", "child"), ("input", new { A = 1 }), ("waitForCompletion", waits)), Wait("w")).Connect("d -> w").Test();

        await test.StartAsync();

        var child = Assert.Single(test.Children);
        Assert.Equal(1L, child.Inputs["A"]);
        Assert.Equal(bookmarks == 1, child.BookmarkId is not null);
        Assert.Equal(bookmarks == 1 ? "d" : "w", Assert.Single(test.Snapshot.Bookmarks).ActivityId);
    }

    [Fact]
    public async Task ExecuteWorkflow_runs_a_child_in_the_same_commit_and_gives_its_output()
    {
        var test = Chart().Add(Node("e", "ExecuteWorkflow", ("workflowDefinitionId", "child")), Node("say", "WriteLine", ("text", Js("getLastResult().status + getLastResult().output.x")))).Connect("e -> say").Test();

        await test.StartAsync();
        var child = Assert.Single(test.Children);
        Assert.True(child.InTheSameCommit);
        await test.SendAsync(new Stimulus.Resume(child.BookmarkId!.Value, "Finished", new { x = 1 }));

        Assert.Equal(["Finished1"], test.Notes);
    }

    [Fact]
    public async Task BulkDispatchWorkflows_starts_one_child_per_item_and_waits_for_all()
    {
        var bulk = Node("b", "BulkDispatchWorkflows", ("workflowDefinitionId", "child"), ("items", new object[] { "x", new { Item = "y" } }), ("correlationIdFunction", Js("'c-' + getVariable('CurrentValue')"))) with
        {
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["childCompleted"] = Line("one") },
        };
        var test = Chart().Add(bulk, Line("all"), Line("canceled")).Connect("b:Completed -> all", "b:Canceled -> canceled").Test();

        await test.StartAsync();
        Assert.Equal(["x", "y"], test.Children.Select(c => c.Inputs["Item"]));
        await test.SendAsync(new Stimulus.Resume(test.Children[1].BookmarkId!.Value, "Finished"));
        Assert.Equal(InstanceStatus.Suspended, test.Status);
        await test.SendAsync(new Stimulus.Resume(test.Children[0].BookmarkId!.Value, "Finished"));

        Assert.Equal(["one", "one", "all"], test.Notes);
        Assert.Equal("c-x", test.Children[0].CorrelationId);
    }

    [Fact]
    public async Task A_cancelled_child_cancels_the_bulk()
    {
        var test = Chart().Add(Node("b", "BulkDispatchWorkflows", ("workflowDefinitionId", "child"), ("items", new[] { 1, 2 })), Line("all"), Line("canceled")).Connect("b:Completed -> all", "b:Canceled -> canceled").Test();

        await test.StartAsync();
        await test.SendAsync(new Stimulus.Resume(test.Children[0].BookmarkId!.Value, "Cancelled"));
        await test.SendAsync(new Stimulus.Resume(test.Children[1].BookmarkId!.Value, "Finished"));

        Assert.Equal(["canceled"], test.Notes);
    }
}
