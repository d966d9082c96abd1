using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class PublishEventTests
{
    [Fact]
    public async Task An_empty_correlation_id_restricts_nothing()
    {
        var test = await Chart().Add(Node("p", "PublishEvent", ("eventName", "Shipped"), ("correlationId", " "))).Test().StartAsync();

        Assert.Null(Assert.Single(test.Published).CorrelationId);
    }

    [Fact]
    public async Task PublishEvent_hands_the_event_to_the_caller()
    {
        var test = Chart().Add(Node("p", "PublishEvent", ("eventName", "Shipped"), ("correlationId", "o-1"), ("isLocalEvent", true), ("payload", new { a = 1 }))).Test();

        await test.StartAsync();

        var published = Assert.Single(test.Published);
        Assert.Equal(("Shipped", "o-1", true), (published.Name, published.CorrelationId, published.LocalOnly));
    }
}
