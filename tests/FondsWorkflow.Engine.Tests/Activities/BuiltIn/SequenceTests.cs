using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SequenceTests
{
    [Fact]
    public async Task Steps_run_in_order_and_a_wait_holds_them()
    {
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Of(SequenceOf("s", Line("one"), Wait("w"), Line("two"))));

        await test.StartAsync();
        Assert.Equal(["one"], test.Notes);
        await test.PublishAsync("w");

        Assert.Equal(["one", "two"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task Its_own_variables_hide_those_outside()
    {
        var inner = SequenceOf("inner", Line("see", null) with { Inputs = Node("x", "WriteLine", ("text", Js("getVariable('v')"))).Inputs }) with { Variables = [Var("v", "String", "inside")] };
        var outside = Line("out") with { Inputs = Node("x", "WriteLine", ("text", Js("variables.v"))).Inputs };
        var test = new FondsWorkflow.Engine.Testing.WorkflowTest(Of(SequenceOf("s", inner, outside), Var("v", "String", "outside")));

        await test.StartAsync();

        Assert.Equal(["inside", "outside"], test.Notes);
    }
}
