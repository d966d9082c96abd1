using FondsWorkflow.Engine.Execution;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class FirstSteps
{
    [Fact]
    public async Task A_straight_flow_runs_to_its_end()
    {
        var test = Chart().Add(Node("start", "Start"), Line("hello"), Node("end", "End")).Connect("start -> hello -> end").Test();

        await test.StartAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(["start", "hello", "end", "flow"], test.Path);
        Assert.Equal(["hello"], test.Notes);
    }

    [Fact]
    public async Task An_event_is_waited_for_and_its_payload_decides()
    {
        var test = Chart()
            .Add(Wait("review"), Switch("decide", ("Yes", "getOutputFrom('review').ok === true"), ("No", "getLastResult().ok === false")), Line("yes"), Line("no"))
            .Connect("review -> decide", "decide:Yes -> yes", "decide:No -> no")
            .Test();

        await test.StartAsync();
        Assert.Equal(InstanceStatus.Suspended, test.Status);
        await test.PublishAsync("review", new { ok = false });

        Assert.Equal(["no"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_loop_back_to_an_event_waits_again_and_an_arrow_shared_with_another_branch_still_works()
    {
        var test = Chart()
            .Add(Wait("review"), Switch("r", ("Forward", "getLastResult() === 'f'"), ("Reject", "getLastResult() === 'r'")))
            .Add(Wait("circle"), Switch("c", ("Deferred", "getLastResult() === 'd'"), ("Rejected", "getLastResult() === 'r'")))
            .Add(Line("rejected"))
            .Connect("review -> r", "r:Forward -> circle -> c", "c:Deferred -> circle", "c:Rejected -> rejected", "r:Reject -> rejected")
            .Test();

        await test.StartAsync();
        await test.PublishAsync("review", "f");
        await test.PublishAsync("circle", "d");
        await test.PublishAsync("circle", "r");

        Assert.Equal(["rejected"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task The_first_branch_at_a_race_cancels_the_timer_beside_it()
    {
        var test = Chart()
            .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("answer"), Node("delay", "Delay", ("timeSpan", "30.00:00:00")), Line("remind"))
            .Add(Node("join", "FlowJoin", ("mode", "WaitAny")), Line("after"))
            .Connect("fork:A -> answer -> join", "fork:B -> delay -> remind -> join", "join -> after")
            .Test();

        await test.StartAsync();
        await test.PublishAsync("answer");

        Assert.Equal(["after"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal(2, test.Last.BookmarksBurned.Count);
    }

    [Fact]
    public async Task The_replay_of_an_instance_gives_its_snapshot_byte_for_byte()
    {
        var test = Chart().Variable("n", "Int32", "0")
            .Add(Set("add", "n", Js("getN() + 1")), Wait("again"), Switch("more", ("Yes", "getVariable('n') < 3")))
            .Connect("add -> again -> more", "more:Yes -> add")
            .Test();
        await test.StartAsync();
        for (var i = 0; i < 3; i++) await test.PublishAsync("again", i);

        var replayed = await test.ReplayAsync();

        Assert.Equal(InstanceStatus.Finished, test.Status);
        Assert.Equal(test.Last.Snapshot.ToJson(), replayed.ToJson());
        Assert.Equal(test.Snapshot.ToJson(), replayed.ToJson());
    }
}
