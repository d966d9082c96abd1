using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SetOutputTests
{
    [Fact]
    public async Task It_sets_an_output_of_the_workflow_and_the_last_value_stays()
    {
        var test = await Chart().Add(Node("one", "SetOutput", ("outputName", "Total"), ("outputValue", Js("1 + 1"))), Wait("w"), Node("two", "SetOutput", ("outputName", "Total"), ("outputValue", Js("2 + 1"))))
            .Connect("one -> w -> two").Test().StartAsync();
        Assert.Equal(2L, test.Last.Outputs["Total"]);

        await test.PublishAsync("w");

        Assert.Equal(3L, test.Snapshot.Outputs["Total"]);
    }

    [Fact]
    public async Task Inside_a_loop_it_sets_the_loops_own_output_of_that_name_as_in_Elsa()
    {
        var body = SequenceOf("body", Node("set", "SetOutput", ("outputName", "CurrentValue"), ("outputValue", Js("getVariable('CurrentValue') + '!'"))), Say("say", "getVariable('CurrentValue')"));
        var each = Node("each", "ForEach", ("items", new[] { "a", "b" })).With(("body", body)).Into("currentValue", "last");

        var test = await Chart().Variable("last").Add(each, Say("after", "getLast()")).Connect("each -> after").Test().StartAsync();

        Assert.Equal(["a!", "b!", "b!"], test.Notes);
        Assert.Empty(test.Snapshot.Outputs);
    }

    [Fact]
    public async Task As_the_body_of_a_loop_itself_it_sets_the_workflows_output_as_in_Elsa()
    {
        var each = Node("each", "ForEach", ("items", new[] { "a" })).With(("body", Node("set", "SetOutput", ("outputName", "CurrentValue"), ("outputValue", "x")))).Into("currentValue", "last");

        var test = await Chart().Variable("last").Add(each, Say("after", "getLast()")).Connect("each -> after").Test().StartAsync();

        Assert.Equal(["a"], test.Notes);
        Assert.Equal("x", test.Snapshot.Outputs["CurrentValue"]);
    }

    [Fact]
    public async Task When_the_outermost_composite_has_the_output_it_is_the_workflows_too()
    {
        var root = Node("root", "ForEach", ("items", new[] { "a" })).With(("body", SequenceOf("body", Node("set", "SetOutput", ("outputName", "CurrentValue"), ("outputValue", "x")))));

        var test = await new WorkflowTest(Of(root)).StartAsync();

        Assert.Equal("x", test.Snapshot.Outputs["CurrentValue"]);
    }
}
