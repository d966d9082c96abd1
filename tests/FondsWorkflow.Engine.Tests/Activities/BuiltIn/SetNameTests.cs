using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SetNameTests
{
    [Fact]
    public async Task It_names_the_instance_and_scripts_after_it_know_the_name()
    {
        var test = await Chart().Input("no").Add(Node("n", "SetName", ("value", Js("'Order ' + getInput('no')"))), Wait("w"), Say("say", "getWorkflowInstanceName()")).Connect("n -> w -> say").Test().StartAsync(("no", 17));

        Assert.Equal("Order 17", WorkflowSnapshot.FromJson(test.Snapshot.ToJson()).Name);
        await test.PublishAsync("w");
        Assert.Equal(["Order 17"], test.Notes);
    }
}
