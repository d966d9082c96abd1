using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class CompensationTests
{
    private readonly Shop _shop = new();

    private async Task<WorkflowTest> SoldAsync()
    {
        var test = Chart().Variable("touched").Add(Node("pack", "Shop.Pack", ("pieces", 2)), Node("pay", "Shop.Pay"), Wait("ship")).Connect("pack:Packed -> pay -> ship").Test(Shop.Registry);
        test.Services.Add(_shop);
        await test.StartAsync();
        _shop.Log.Clear();
        return test;
    }

    [Fact]
    public async Task The_undos_run_in_reverse_order_once()
    {
        var test = await SoldAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        await test.SendAsync(new Stimulus.Cancel("again", WithCompensation: true));

        Assert.Equal(["pay back", "unpack 2"], _shop.Log);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
    }

    [Fact]
    public async Task Without_compensation_nothing_is_undone()
    {
        var test = await SoldAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn"));

        Assert.Empty(_shop.Log);
    }

    [Fact]
    public async Task An_undo_that_fails_is_an_incident_and_its_retry_goes_on_where_it_stood()
    {
        var test = await SoldAsync();
        _shop.FailuresLeft = 1;
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        Assert.Equal(["pay back"], _shop.Log);
        Assert.Equal(InstanceStatus.Faulted, test.Status);

        await test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id));

        Assert.Equal(["pay back", "unpack 2"], _shop.Log);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task An_undo_can_be_skipped_by_hand()
    {
        var test = await SoldAsync();
        _shop.FailuresLeft = 9;
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        await test.SendAsync(new Stimulus.Skip(test.Snapshot.Incidents[0].Id, "Packed", "unpacked by hand"));

        Assert.Equal(InstanceStatus.Cancelled, test.Status);
    }

    [Fact]
    public async Task What_was_skipped_was_not_done_and_is_not_undone()
    {
        var test = Chart().Variable("touched").Add(Node("pack", "Shop.Pack"), Node("pay", "Shop.Pay"), Wait("ship")).Connect("pack:Packed -> pay -> ship").Test(Shop.Registry);
        test.Services.Add(_shop);
        _shop.FailuresLeft = 1;
        await test.StartAsync();
        await test.SendAsync(new Stimulus.Skip(test.Snapshot.Incidents[0].Id, "Packed", "not needed"));

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        Assert.Equal(["pay", "pay back"], _shop.Log);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
    }

    [Fact]
    public async Task Every_turn_of_a_loop_is_undone_with_its_own_result()
    {
        var booking = Chart().Add(Undone(Node("book", "RunJavaScript", ("script", "return getVariable('CurrentValue');")), "free"), Node("free", "WriteLine", ("text", Js("'free ' + getLastResult()")))).Root("booking");
        var test = await Chart().Add(Node("each", "ForEach", ("items", new[] { "Mon", "Tue", "Wed" })).With(("body", booking)), Wait("pay")).Connect("each -> pay").Test().StartAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        Assert.Equal(["free Wed", "free Tue", "free Mon"], test.Notes);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task Cancelling_in_the_middle_undoes_what_is_done_and_not_what_runs_or_failed()
    {
        var test = await Chart().Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Undone(Line("done"), "undone"), Undone(Wait("waits"), "never"), Undone(Node("fails", "Fault"), "neither"))
            .Add(Line("undone"), Line("never"), Line("neither"))
            .Connect("fork:A -> done -> waits", "fork:B -> fails").Test().StartAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        Assert.Equal(["done", "undone"], test.Notes);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Empty(test.Snapshot.Incidents);
    }

    [Fact]
    public async Task Cancelling_again_while_an_undo_waits_starts_no_undo_twice()
    {
        var later = SequenceOf("later", Node("delay", "Delay", ("timeSpan", "01:00:00")), Line("undone"), Node("finish", "Finish"), Line("never"));
        var test = await Chart().Add(Undone(Line("first"), "first undone"), Undone(Line("second"), "later"), Wait("pay"), later, Line("first undone")).Connect("first -> second -> pay").Test().StartAsync();
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));

        await test.SendAsync(new Stimulus.Cancel("again", WithCompensation: true));
        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
        await test.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(["first", "second", "undone", "first undone"], test.Notes);
        Assert.Single(test.Journal, e => e is { Kind: JournalKind.InstanceEnded, Text: "withdrawn" });
    }

    private static Flow Booking() => Chart().Variable("booked", "Int32", "0")
        .Add(Undone(Node("room", "RunJavaScript", ("script", "return 'room ' + getBooked();")), "freeRoom"), Undone(Line("count"), "uncount"), Wait("pay"))
        .Add(Node("freeRoom", "WriteLine", ("text", Js("'free ' + getLastResult()"))), SequenceOf("uncount", Line("ask"), Wait("agreed"), Line("uncounted")))
        .Connect("room -> count -> pay");

    private static FondsWorkflow.Engine.Definitions.ActivityNode Undone(FondsWorkflow.Engine.Definitions.ActivityNode step, string undo) => step with
    {
        CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement(undo) },
    };

    [Fact]
    public async Task The_steps_the_definition_names_undo_in_reverse_order_and_may_wait()
    {
        var test = await Booking().Test().StartAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        Assert.Equal(["count", "ask"], test.Notes);
        Assert.Equal(InstanceStatus.Suspended, test.Status);
        await test.PublishAsync("agreed");
        await test.PublishAsync("agreed");

        Assert.Equal(["count", "ask", "uncounted", "free room 0"], test.Notes);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Equal(["count", "room"], test.Journal.Where(e => e.Kind == JournalKind.Compensated).Select(e => e.ActivityId));
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task An_undo_that_waits_survives_a_restart_and_runs_once()
    {
        var test = await Booking().Test().StartAsync();
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        var engine = new WorkflowEngine(new FondsWorkflow.Engine.Activities.ActivityRegistry());
        var stored = WorkflowSnapshot.FromJson(test.Snapshot.ToJson());

        var burst = await engine.RunAsync(test.Definition, stored, new Stimulus.PublishedEvent("agreed"), new BurstContext(test.Now, test.Ids, test.Services));
        var again = await engine.RunAsync(test.Definition, burst.Snapshot, new Stimulus.PublishedEvent("agreed"), new BurstContext(test.Now, test.Ids, test.Services));

        Assert.Equal(stored.ToJson(), test.Snapshot.ToJson());
        Assert.Equal(InstanceStatus.Cancelled, burst.Status);
        Assert.Equal(2, burst.JournalEntries.Count(e => e.Kind == JournalKind.Compensated));
        Assert.IsType<Answer.AlreadyDone>(again.Answer);
    }

    [Fact]
    public async Task An_undo_sees_the_variables_around_the_step_as_they_were_when_it_was_done()
    {
        var free = SequenceOf("free", Wait("agreed"), Say("say", "getVariable('CurrentValue') + ' ' + getRoom() + ' ' + getLastResult()"), Node("finish", "Finish"), Line("never"));
        var booking = Chart().Add(Set("choose", "room", Js("'room of ' + getVariable('CurrentValue')")), Undone(Node("book", "RunJavaScript", ("script", "return 7;")), "free"), Set("leave", "room", "left"), free)
            .Connect("choose -> book -> leave").Root("booking") with { Variables = [Var("room", "String")] };
        var test = await Chart().Add(Node("each", "ForEach", ("items", new[] { "Mon", "Tue" })).With(("body", booking)), Wait("pay")).Connect("each -> pay").Test().StartAsync();

        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
        Assert.Equal(test.Snapshot.ToJson(), WorkflowSnapshot.FromJson(test.Snapshot.ToJson()).ToJson());
        await test.PublishAsync("agreed");
        await test.PublishAsync("agreed");

        Assert.Equal(["Tue room of Tue 7", "Mon room of Mon 7"], test.Notes);
        Assert.Equal(InstanceStatus.Cancelled, test.Status);
        Assert.Empty(test.Snapshot.Bookmarks);
        Assert.Equal((await test.ReplayAsync()).ToJson(), test.Snapshot.ToJson());
    }

    [Fact]
    public async Task An_instance_that_ends_by_itself_undoes_nothing()
    {
        var test = await Booking().Test().StartAsync();

        await test.PublishAsync("pay");

        Assert.Equal(["count"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }
}
