using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>What users of other engines have reported, and what Elsa 3.7.1 did when we tried: none of it happens here.</summary>
public sealed class ReportsFromOtherEnginesTests
{
    private static WorkflowTest RoundsWithReminder() => Chart().Variable("rounds", "Int32", "0")
        .Add(Node("fork", "FlowFork", ("branches", new[] { "Work", "Remind" })), Wait("decide"), Node("delay", "Delay", ("timeSpan", "7.00:00:00")), Line("remind"), Node("join", "FlowJoin", ("mode", "WaitAny")))
        .Add(Set("count", "rounds", Js("getRounds() + 1")), Switch("again", ("Again", "getRounds() < 3")), Line("done"))
        .Connect("fork:Work -> decide -> join", "fork:Remind -> delay -> remind -> join", "join -> count -> again", "again:Again -> fork", "again:Default -> done").Test();

    /// <summary>The next version says something before each count.</summary>
    private static FondsWorkflow.Engine.Definitions.WorkflowDefinition Edited(FondsWorkflow.Engine.Definitions.WorkflowDefinition definition) => definition with
    {
        Id = "test:2",
        Root = definition.Root with
        {
            Activities = [.. definition.Root.Activities, Line("new")],
            Connections = [.. definition.Root.Connections.Select(c => c.Source == "join" ? c with { Target = "new" } : c), new("new", "Done", "count")],
        },
    };

    [Fact]
    public async Task Bookmarks_are_not_lost_after_loop_back_and_join()
    {
        var test = await RoundsWithReminder().StartAsync();

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(["decide", "delay"], test.Snapshot.Bookmarks.Select(b => b.ActivityId));
            await test.PublishAsync("decide", round);
        }

        Assert.Equal(["done"], test.Notes);
        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task A_resume_that_is_accepted_moves_the_step()
    {
        var test = await RoundsWithReminder().StartAsync();
        var bookmark = test.Bookmark("decide");

        await test.SendAsync(new Stimulus.Resume(bookmark.Id));

        Assert.IsType<Answer.Accepted>(test.Last.Answer);
        Assert.DoesNotContain(test.Snapshot.Bookmarks, b => b.Id == bookmark.Id);
        Assert.Equal(1L, test.Variable("rounds"));
    }

    [Fact]
    public async Task A_timer_that_rings_twice_works_once_and_survives_a_restart()
    {
        var test = await RoundsWithReminder().StartAsync();
        var timer = test.Bookmark("delay");
        await test.PassAsync(TimeSpan.FromDays(7));
        var afterRestart = WorkflowSnapshot.FromJson(test.Snapshot.ToJson());

        await test.SendAsync(new Stimulus.TimerDue(timer.Id));

        Assert.Equal(["remind"], test.Notes);
        Assert.Equal("delay", Assert.IsType<Answer.AlreadyDone>(test.Last.Answer).ActivityId);
        Assert.Equal(test.Snapshot.ToJson(), afterRestart.ToJson());
    }

    [Fact]
    public async Task A_running_instance_does_not_take_an_edited_graph()
    {
        var test = await RoundsWithReminder().StartAsync();
        var edited = Edited(test.Definition);
        var engine = new WorkflowEngine(new FondsWorkflow.Engine.Activities.ActivityRegistry());

        var failure = await Assert.ThrowsAsync<WorkflowException>(async () =>
            await engine.RunAsync(edited, test.Snapshot, new Stimulus.PublishedEvent("decide"), new BurstContext(test.Now, test.Ids, test.Services)));

        Assert.Contains("pinned to test:1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_does_not_restart_the_instance()
    {
        var test = await RoundsWithReminder().StartAsync();
        await test.PublishAsync("decide");
        var engine = new WorkflowEngine(new FondsWorkflow.Engine.Activities.ActivityRegistry());

        var next = Edited(test.Definition);
        var moved = new WorkflowTest(next).From(engine.Migrate(new MigrationPlan("test:1", "test:2"), test.Definition, next, test.Snapshot, test.Now).Snapshot!, test.Now);

        Assert.Equal(test.Snapshot.Bookmarks, moved.Snapshot.Bookmarks);
        Assert.Equal(1L, moved.Variable("rounds"));
        await moved.PublishAsync("decide");
        await moved.PublishAsync("decide");
        Assert.Equal((InstanceStatus.Finished, 3L), (moved.Status, moved.Variable("rounds")));
        Assert.Equal(["new", "new", "done"], moved.Notes);
    }

    [Fact]
    public async Task A_retry_is_possible_after_a_crash()
    {
        var test = Chart().Variable("ok", "Boolean", "false").Add(Wait("go"), Node("js", "RunJavaScript", ("script", "if (!getOk()) throw new Error('down'); return 1;")), Line("done")).Connect("go -> js -> done").Test();
        await test.StartAsync();
        await test.PublishAsync("go");
        var stored = test.Snapshot.ToJson();

        var engine = new WorkflowEngine(new FondsWorkflow.Engine.Activities.ActivityRegistry());
        var snapshot = WorkflowSnapshot.FromJson(stored.Replace("\"ok\":false", "\"ok\":true", StringComparison.Ordinal));
        var burst = await engine.RunAsync(test.Definition, snapshot, new Stimulus.Retry(snapshot.Incidents[0].Id), new BurstContext(test.Now, test.Ids, test.Services));

        Assert.Equal(InstanceStatus.Finished, burst.Status);
    }

    [Fact]
    public async Task Of_two_processes_that_bring_the_same_event_the_second_learns_who_was_first()
    {
        var test = Chart().Add(Wait("w"), Wait("next")).Connect("w -> next").Test();
        await test.StartAsync();
        var bookmark = test.Bookmark("w");
        var first = test.Now;
        await test.SendAsync(new Stimulus.Resume(bookmark.Id, "Done", 1));
        await test.PassAsync(TimeSpan.FromMinutes(5));

        await test.SendAsync(new Stimulus.Resume(bookmark.Id, "Done", 2));

        var answer = Assert.IsType<Answer.AlreadyDone>(test.Last.Answer);
        Assert.Equal(("w", "Done", first), (answer.ActivityId, answer.Outcome, answer.At));
        Assert.Equal("next", Assert.Single(test.Snapshot.Bookmarks).ActivityId);
    }

    [Fact]
    public async Task A_stale_page_does_not_complete_a_reassigned_task()
    {
        var test = Chart().Add(Wait("w")).Test();
        await test.StartAsync();
        var seen = test.Bookmark("w");
        await test.SendAsync(new Stimulus.Amend(seen.Id, new { assignee = "somebody else" }, null));

        await test.SendAsync(new Stimulus.Resume(seen.Id, null, null, seen.Revision));
        Assert.Equal(1, Assert.IsType<Answer.Stale>(test.Last.Answer).Revision);
        await test.SendAsync(new Stimulus.Resume(seen.Id, null, null, 1));

        Assert.Equal(InstanceStatus.Finished, test.Status);
    }

    [Fact]
    public async Task An_event_before_its_step_is_answered_and_not_kept()
    {
        var test = Chart().Add(Wait("first"), Wait("second")).Connect("first -> second").Test();
        await test.StartAsync();

        await test.PublishAsync("second");
        Assert.IsType<Answer.NobodyWaits>(test.Last.Answer);
        await test.PublishAsync("first");

        Assert.Equal("second", Assert.Single(test.Snapshot.Bookmarks).ActivityId);
    }

    [Fact]
    public async Task A_duplicate_event_is_not_applied_to_the_next_round_by_bookmark()
    {
        var test = await RoundsWithReminder().StartAsync();
        var button = test.Bookmark("decide");
        await test.SendAsync(new Stimulus.Resume(button.Id));

        await test.SendAsync(new Stimulus.Resume(button.Id));

        Assert.IsType<Answer.AlreadyDone>(test.Last.Answer);
        Assert.Equal(1L, test.Variable("rounds"));
    }

    [Fact]
    public async Task A_step_two_arrows_share_runs_although_only_one_of_them_is_in_the_loop()
    {
        var test = Chart().Add(Wait("review"), Switch("r", ("Reject", "getLastResult() === 'r'")), Wait("circle"), Switch("c", ("Deferred", "getLastResult() === 'd'")), Line("setRejected"))
            .Connect("review -> r", "r:Reject -> setRejected", "r:Default -> circle -> c", "c:Deferred -> circle", "c:Default -> setRejected").Test();
        await test.StartAsync();
        await test.PublishAsync("review", "ok");
        for (var i = 0; i < 4; i++) await test.PublishAsync("circle", "d");

        await test.PublishAsync("circle", "r");

        Assert.Equal(["setRejected"], test.Notes);
    }

    [Fact]
    public async Task An_input_is_still_there_after_the_first_wait()
    {
        var test = Chart().Input("X").Add(Wait("w"), Node("say", "WriteLine", ("text", Js("getInput('X') + getX()")))).Connect("w -> say").Test();
        await test.StartAsync(("X", "a"));

        await test.PublishAsync("w");

        Assert.Equal(["aa"], test.Notes);
    }
}
