using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class EventTests
{
    [Fact]
    public async Task The_case_of_an_events_name_counts()
    {
        var test = Chart().Add(Wait("Paid")).Test();

        await test.StartAsync();
        await test.PublishAsync("paid");

        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
        Assert.Equal(InstanceStatus.Suspended, test.Status);
    }

    [Fact]
    public async Task A_trigger_starts_at_its_event_and_does_not_wait_for_it_again()
    {
        var test = Chart().Add(Wait("order") with { CanStartWorkflow = true }, Node("say", "WriteLine", ("text", Js("getLastResult().no"))), Wait("other")).Connect("order -> say", "other -> say").Test();

        await test.SendAsync(new Stimulus.Start(Guid.Empty, null, null, "order", new { no = 17 }));

        Assert.Equal(["17"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
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
