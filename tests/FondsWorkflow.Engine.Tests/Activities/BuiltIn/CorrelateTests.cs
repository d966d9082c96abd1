using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class CorrelateTests
{
    [Fact]
    public async Task What_waits_later_carries_the_new_correlation_id_and_what_waits_already_keeps_the_old_one()
    {
        var test = await Chart().Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("early"), Node("about", "Correlate", ("correlationId", "order-17")), Wait("late"))
            .Connect("fork:A -> early", "fork:B -> about -> late").Test().StartAsync();

        Assert.Equal("order-17", test.Snapshot.CorrelationId);
        Assert.Equal(("test", "order-17"), (test.Bookmark("early").CorrelationId, test.Bookmark("late").CorrelationId));
    }
}
