using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class CompleteTests
{
    [Fact]
    public async Task Complete_ends_the_workflow_with_its_outcomes()
    {
        var test = Chart().Add(Node("complete", "Complete", ("outcomes", new[] { "Approved" })), Line("never")).Connect("complete -> never").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(new object?[] { "Approved" }, test.Snapshot.Outputs["Outcomes"]);
        Assert.Empty(test.Notes);
    }
}
