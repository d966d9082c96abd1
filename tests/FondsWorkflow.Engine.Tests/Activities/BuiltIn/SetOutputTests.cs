using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class SetOutputTests
{
    [Fact]
    public async Task SetOutput_SetName_and_Correlate_change_the_instance()
    {
        var test = Chart().Add(Node("o", "SetOutput", ("outputName", "Total"), ("outputValue", Js("1 + 1"))))
            .Add(Node("n", "SetName", ("value", "Order 17")), Node("c", "Correlate", ("correlationId", "order-17")), Wait("w"))
            .Connect("o -> n -> c -> w").Test();

        await test.StartAsync();

        Assert.Equal(2L, test.Last.Outputs["Total"]);
        Assert.Equal("Order 17", test.Snapshot.Name);
        Assert.Equal("order-17", test.Snapshot.CorrelationId);
        Assert.Equal("order-17", test.Bookmark("w").CorrelationId);
    }
}
