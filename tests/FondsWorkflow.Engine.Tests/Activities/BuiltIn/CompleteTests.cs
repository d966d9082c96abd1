using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
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

    [Theory]
    [InlineData("While", "condition", true, 1)]
    [InlineData("ForEach", "items", "[1, 2]", 1)]
    [InlineData("ParallelForEach", "items", "[1, 2]", 2)]
    public async Task Complete_in_a_loop_ends_the_workflow_and_not_only_the_loop(string loop, string input, object value, int turns)
    {
        var body = SequenceOf("body", Line("turn"), Node("complete", "Complete", ("outcomes", "Enough")), Line("rest"));
        var test = Chart().Add(Node("loop", loop, (input, value is string script ? Js(script) : value)).With(("body", body)), Line("after")).Connect("loop -> after").Test();

        await test.StartAsync();

        Assert.Equal(Enumerable.Repeat("turn", turns), test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(new object?[] { "Enough" }, test.Snapshot.Outputs["Outcomes"]);
    }
}
