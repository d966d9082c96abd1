using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class BulkDispatchWorkflowsTests
{
    private static FondsWorkflow.Engine.Testing.WorkflowTest Bulk(object items, params (string Name, object? Value)[] more) =>
        Chart().Add(Node("b", "BulkDispatchWorkflows", [("workflowDefinitionId", "child"), ("items", items), .. more]).With(("childCompleted", Say("well", "'well ' + getChildInstanceId()")), ("childFaulted", Say("badly", "'badly ' + getChildInstanceId()"))), Line("completed"), Line("canceled"), Line("done"))
            .Connect("b:Completed -> completed", "b:Canceled -> canceled", "b:Done -> done").Test();

    [Fact]
    public async Task It_starts_one_child_per_item_and_waits_for_all()
    {
        var test = Bulk(new object[] { "x", new { Item = "y" } });

        await test.StartAsync();
        Assert.Equal(["x", "y"], test.Children.Select(c => c.Inputs["Item"]));
        Assert.All(test.Children, c => Assert.Equal(test.Snapshot.InstanceId.ToString(), c.Inputs["ParentInstanceId"]));
        await test.SendAsync(new Stimulus.Resume(test.Children[1].BookmarkId!.Value, "Finished"));
        Assert.Equal(InstanceStatus.Suspended, test.Status);
        await test.SendAsync(new Stimulus.Resume(test.Children[0].BookmarkId!.Value, "Faulted"));

        Assert.Equal([$"well {test.Children[1].InstanceId}", $"badly {test.Children[0].InstanceId}", "completed", "done"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Without_waiting_it_is_just_done()
    {
        var test = Bulk(new[] { 1, 2 }, ("waitForCompletion", false));

        await test.StartAsync();

        Assert.Equal(["done"], test.Notes);
        Assert.Equal(2, test.Children.Count);
        Assert.All(test.Children, c => Assert.Null(c.BookmarkId));
        Assert.Equal(2, test.Children.Select(c => c.InstanceId).Distinct().Count());
    }

    [Fact]
    public async Task Without_items_it_is_just_done()
    {
        var test = Bulk(Array.Empty<int>());

        await test.StartAsync();

        Assert.Equal(["done"], test.Notes);
    }

    [Fact]
    public async Task Every_child_gets_the_common_input_and_its_item_goes_before()
    {
        var test = Bulk(new object[] { "x", new { Year = 2027 } }, ("input", new { Year = 2026, Fund = "VF" }), ("defaultItemInputKey", "Book"));

        await test.StartAsync();

        Assert.Equal(("x", 2026L, "VF"), (test.Children[0].Inputs["Book"], test.Children[0].Inputs["Year"], test.Children[0].Inputs["Fund"]));
        Assert.Equal((2027L, "VF"), (test.Children[1].Inputs["Year"], test.Children[1].Inputs["Fund"]));
        Assert.DoesNotContain("Book", test.Children[1].Inputs.Keys);
    }

    [Theory]
    [InlineData("Item", "'c-' + getItem()")]
    [InlineData("Book", "'c-' + getBook()")]
    [InlineData("Book", "`c-${getVariable('Book')}`")]
    public async Task The_correlation_function_sees_the_item_by_its_name(string key, string script)
    {
        foreach (var function in new object[] { Js(script), script })
        {
            var test = Bulk(new[] { "x", "y" }, ("defaultItemInputKey", key), ("correlationIdFunction", function));

            await test.StartAsync();

            Assert.Equal(["c-x", "c-y"], test.Children.Select(c => c.CorrelationId));
            Assert.DoesNotContain($"\"{key}\":", test.Snapshot.ToJson(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cancelled_child_cancels_the_bulk_and_has_no_branch_of_its_own()
    {
        var test = Bulk(new[] { 1, 2 });

        await test.StartAsync();
        await test.SendAsync(new Stimulus.Resume(test.Children[0].BookmarkId!.Value, "Cancelled"));
        await test.SendAsync(new Stimulus.Resume(test.Children[1].BookmarkId!.Value, "Finished"));

        Assert.Equal([$"well {test.Children[1].InstanceId}", "canceled", "done"], test.Notes);
    }
}
