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
    public async Task An_event_with_a_correlation_id_wakes_only_the_steps_that_wait_with_it()
    {
        var test = await Chart()
            .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Node("early", "Event", ("eventName", "Paid")), Node("about", "Correlate", ("correlationId", "order-17")), Node("late", "Event", ("eventName", "Paid")), Line("one"), Line("two"))
            .Connect("fork:A -> early -> one", "fork:B -> about -> late -> two").Test().StartAsync();

        await test.SendAsync(Stimulus.FromJson(new Stimulus.PublishedEvent("Paid", null, "order-17").ToJson()));
        Assert.Equal(["two"], test.Notes);
        await test.SendAsync(new Stimulus.PublishedEvent("Paid", null, "order-17"));
        Assert.IsType<Answer.AlreadyDone>(test.Last.Answer);
        await test.PublishAsync("Paid");

        Assert.Equal(["two", "one"], test.Notes);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }
}
