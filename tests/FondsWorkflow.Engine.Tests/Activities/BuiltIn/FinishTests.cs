using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class FinishTests
{
    [Fact]
    public async Task Finish_ends_the_workflow_from_deep_inside_and_burns_every_bookmark()
    {
        var inner = Chart().Add(Node("finish", "Finish"), Line("never")).Connect("finish -> never").Root("inner");
        var test = Chart().Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("slow"), inner, Line("after"))
            .Connect("fork:A -> slow", "fork:B -> inner -> after").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Empty(test.Notes);
    }
}
