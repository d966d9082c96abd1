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
}
