using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Simulation;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Simulation;

public sealed class BulkSimulationTests
{
    [Fact]
    public async Task The_branches_of_a_workflow_for_each_item_are_walked()
    {
        var bulk = Node("bulk", "BulkDispatchWorkflows", ("workflowDefinitionId", "child"), ("items", new[] { 1 })) with
        {
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["childCompleted"] = Line("well"), ["childFaulted"] = Line("badly") },
        };
        var definition = Chart().Add(Node("start", "Start"), bulk, Line("all"), Line("some")).Connect("start -> bulk", "bulk:Completed -> all", "bulk:Canceled -> some").Build();

        var report = await WorkflowSimulator.RunAsync(definition, new FondsWorkflow.Engine.Activities.ActivityRegistry().Catalogue);

        Assert.False(report.HasStuck, report.ToTable());
        Assert.Empty(report.NeverPassed(["bulk", "well", "badly", "all", "some"]));
    }

    [Theory]
    [InlineData(false, new[] { "all", "some" })]
    [InlineData(true, new string[0])]
    public async Task Who_does_not_wait_for_the_children_never_hears_of_their_end(bool waits, string[] neverPassed)
    {
        var bulk = Node("bulk", "BulkDispatchWorkflows", ("workflowDefinitionId", "child"), ("items", new[] { 1 }), ("waitForCompletion", waits));
        var definition = Chart().Add(Node("start", "Start"), bulk, Line("all"), Line("some"), Line("done")).Connect("start -> bulk", "bulk:Completed -> all", "bulk:Canceled -> some", "bulk:Done -> done").Build();

        var report = await WorkflowSimulator.RunAsync(definition, new FondsWorkflow.Engine.Activities.ActivityRegistry().Catalogue);

        Assert.False(report.HasStuck, report.ToTable());
        Assert.Equal(neverPassed, report.NeverPassed(["all", "some", "done"]));
    }
}
