using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>What one workflow wants of others reaches them once, also when the process dies in between.</summary>
public sealed class DeliveryTests
{
    private static readonly Flow Waiter = Chart().Variable("heard").Add(Wait("bell"), Set("keep", "heard", Js("getLastResult()")), Wait("end")).Connect("bell -> keep -> end");

    private static Flow Ringer(params (string Name, object? Value)[] more) => Chart().Add(Node("ring", "PublishEvent", [("eventName", "bell"), ("payload", new { tone = "a" }), .. more]), Wait("end")).Connect("ring -> end");

    /// <summary>Ends at once with the output <c>sum</c>.</summary>
    private static Flow Adder => Chart().Input("a").Add(Node("add", "SetOutput", ("outputName", "sum"), ("outputValue", Js("getInput('a') + 1"))));

    private static Flow Slow => Chart().Input("a").Add(Wait("go"), Node("add", "SetOutput", ("outputName", "sum"), ("outputValue", Js("getInput('a') + 1")))).Connect("go -> add");

    private static Flow Caller(string type, string child, params (string Name, object? Value)[] more) => Chart().Variable("got")
        .Add(Node("call", type, [("workflowDefinitionId", child), ("input", new { a = 1 }), .. more]), Set("keep", "got", Js("getLastResult()")), Wait("end")).Connect("call -> keep -> end");

    [Fact]
    public async Task A_published_event_wakes_every_instance_that_waits_for_it()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        await app.Publish("ringer", Ringer());
        var (first, second) = (await app.Start("waiter", "x"), await app.Start("waiter", "y"));

        await app.Start("ringer");
        await app.Ring();

        Assert.Equal("Accepted: 2", Assert.Single(await app.Messages()).Answer);
        foreach (var instance in new[] { first, second })
        {
            var snapshot = await app.Snapshot(instance);
            Assert.Equal("end", Assert.Single(snapshot.Bookmarks).ActivityId);
            Assert.Equal("a", ((Dictionary<string, object?>)snapshot.Variables["heard"]!)["tone"]);
        }

        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_event_with_a_correlation_id_wakes_only_what_it_is_about()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        await app.Publish("ringer", Ringer(("correlationId", "x")));
        var (about, other) = (await app.Start("waiter", "x"), await app.Start("waiter", "y"));

        await app.Start("ringer");
        await app.Ring();

        Assert.Equal("end", (await app.Snapshot(about)).Bookmarks[0].ActivityId);
        Assert.Equal("bell", (await app.Snapshot(other)).Bookmarks[0].ActivityId);
    }

    [Fact]
    public async Task An_event_to_very_many_is_passed_on_in_portions_and_each_hears_it_once()
    {
        const int Waiting = 640;
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        for (var i = 0; i < Waiting; i++)
        {
            await app.Start("waiter");
        }

        await app.System.Send(new Do(s => s.GetRequiredService<WorkflowHost>().PublishAsync("bell", correlationId: null, payload: null, CancellationToken.None)));
        Assert.Equal([500, 40], (await app.Messages()).Select(m => m.Instances!.Count).OrderDescending());
        await app.Ring();

        Assert.Equal(Waiting, await app.Read(db => db.Bookmarks.CountAsync(b => b.Name == "end")));
        Assert.Equal(Waiting - 100, (await app.Messages()).Count(m => m.InstanceId is not null));
        Assert.All(await app.Messages(), m => Assert.Equal(nameof(Answer.Accepted), m.Answer));
    }

    [Fact]
    public async Task A_local_event_stays_in_its_instance()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        await app.Publish("both", Chart()
            .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("bell"), Node("ring", "PublishEvent", ("eventName", "bell"), ("isLocalEvent", true)), Wait("end"))
            .Connect("fork:A -> bell", "fork:B -> ring -> end"));
        var (other, own) = (await app.Start("waiter"), await app.Start("both"));

        await app.Ring();

        Assert.Equal("bell", (await app.Snapshot(other)).Bookmarks[0].ActivityId);
        Assert.Equal("end", Assert.Single((await app.Snapshot(own)).Bookmarks).ActivityId);
    }

    [Fact]
    public async Task An_event_nobody_waits_for_is_answered_and_not_kept_for_later()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("waiter", Waiter);
        await app.Publish("ringer", Ringer());
        await app.Start("ringer");
        await app.Ring();

        var late = await app.Start("waiter");
        await app.Ring();

        Assert.Equal("NobodyWaits", Assert.Single(await app.Messages()).Answer);
        Assert.Equal("bell", (await app.Snapshot(late)).Bookmarks[0].ActivityId);
    }

    [Fact]
    public async Task An_event_that_triggers_a_workflow_starts_one_with_its_payload()
    {
        await using var app = await FondsApp.StartAsync();
        var trigger = Wait("bell") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["canStartWorkflow"] = System.Text.Json.JsonSerializer.SerializeToElement(true) }, CanStartWorkflow = true };
        await app.Publish("triggered", Chart().Variable("heard").Add(trigger, Set("keep", "heard", Js("getLastResult()")), Wait("end")).Connect("bell -> keep -> end"));
        await app.Publish("ringer", Ringer());

        await app.Start("ringer");
        await app.Ring();

        var started = await app.Snapshot(await app.Read(db => db.WorkflowInstances.Where(i => i.DefinitionId == "triggered").Select(i => i.Id).SingleAsync()));
        Assert.Equal("a", ((Dictionary<string, object?>)started.Variables["heard"]!)["tone"]);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_executed_workflow_that_ends_at_once_gives_its_outputs_in_the_same_commit()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("adder", Adder);
        await app.Publish("caller", Caller("ExecuteWorkflow", "adder"));

        var caller = await app.Start("caller");

        var got = (Dictionary<string, object?>)(await app.Snapshot(caller)).Variables["got"]!;
        Assert.Equal(("Finished", 2L), (got["status"], ((Dictionary<string, object?>)got["output"]!)["sum"]));
        Assert.Empty(await app.Messages());
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_executed_workflow_that_waits_gives_its_outputs_when_it_ends()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("slow", Slow);
        await app.Publish("caller", Caller("ExecuteWorkflow", "slow", ("waitForCompletion", true)));
        var caller = await app.Start("caller");
        var child = await Child(app, caller);

        await app.Stimulate(child, new Stimulus.PublishedEvent("go"));
        await app.Ring();

        var got = (Dictionary<string, object?>)(await app.Snapshot(caller)).Variables["got"]!;
        Assert.Equal(2L, ((Dictionary<string, object?>)got["output"]!)["sum"]);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_executed_workflow_that_nobody_waits_for_lets_go_on_when_it_stands_still_and_says_so()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("slow", Slow);
        await app.Publish("caller", Caller("ExecuteWorkflow", "slow"));

        var caller = await app.Start("caller");
        await app.Stimulate(await Child(app, caller), new Stimulus.PublishedEvent("go"));
        await app.Ring();

        var snapshot = await app.Snapshot(caller);
        var got = (Dictionary<string, object?>)snapshot.Variables["got"]!;
        Assert.Equal(("Running", "Suspended", "end"), (got["status"], got["subStatus"], Assert.Single(snapshot.Bookmarks).ActivityId));
        Assert.Empty(await app.Messages());
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_dispatched_workflow_starts_after_the_commit_and_its_end_is_told_once()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("slow", Slow);
        await app.Publish("caller", Caller("DispatchWorkflow", "slow", ("waitForCompletion", true)));
        var caller = await app.Start("caller");
        Assert.Equal(1, await app.Read(db => db.WorkflowInstances.CountAsync()));

        await app.Ring();
        await app.Stimulate(await Child(app, caller), new Stimulus.PublishedEvent("go"));
        await app.Ring();
        await app.Ring();

        Assert.Equal(2L, ((Dictionary<string, object?>)(await app.Snapshot(caller)).Variables["got"]!)["sum"]);
        Assert.Equal(["Accepted", "Accepted"], (await app.Messages()).Select(m => m.Answer));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_started_workflow_knows_its_parent_without_declaring_the_input()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("asks", Chart().Variable("parent").Add(Set("whose", "parent", Js("getInput('ParentInstanceId')")), Wait("go")).Connect("whose -> go"));
        await app.Publish("caller", Caller("DispatchWorkflow", "asks"));
        var caller = await app.Start("caller");

        await app.Ring();

        Assert.Equal(caller.ToString(), (await app.Snapshot(await Child(app, caller))).Variables["parent"]);
    }

    [Fact]
    public async Task A_workflow_for_each_item_tells_of_its_end_or_its_fault()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("picky", Chart().Input("Item").Add(Node("check", "RunJavaScript", ("script", "if (getInput('Item') === 2) throw new Error('no twos'); return 1;"))));
        var bulk = Node("bulk", "BulkDispatchWorkflows", ("workflowDefinitionId", "picky"), ("items", new[] { 1, 2, 3 })) with
        {
            Children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal) { ["childCompleted"] = Line("well"), ["childFaulted"] = Line("badly") },
        };
        await app.Publish("bulk", Chart().Add(bulk, Wait("end")).Connect("bulk:Done -> end"));

        var parent = await app.Start("bulk");
        await app.Ring();

        Assert.Equal("end", Assert.Single((await app.Snapshot(parent)).Bookmarks).ActivityId);
        var entries = (await app.Read(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == parent).ToListAsync())).SelectMany(JournalText.Read);
        Assert.Equal(["badly", "well", "well"], entries.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text!).Order(StringComparer.Ordinal));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_task_goes_on_with_the_result_that_is_reported()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("tasked", Chart().Variable("got").Add(Node("task", "RunTask", ("taskName", "Drucken")), Set("keep", "got", Js("getLastResult()")), Wait("end")).Connect("task -> keep -> end"));
        var instance = await app.Start("tasked");
        var task = await app.Read(db => db.Bookmarks.SingleAsync(b => b.Name == "Drucken"));

        var answers = new[] { await app.Stimulate(instance, new Stimulus.Resume(task.Id, Payload: 17)), await app.Stimulate(instance, new Stimulus.Resume(task.Id, Payload: 18)) };

        Assert.IsType<Answer.Accepted>(answers[0]);
        Assert.IsType<Answer.AlreadyDone>(answers[1]);
        Assert.Equal(17L, (await app.Snapshot(instance)).Variables["got"]);
    }

    [Fact]
    public async Task Who_is_cancelled_takes_along_what_it_started()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("slow", Slow);
        await app.Publish("caller", Caller("ExecuteWorkflow", "slow"));
        var caller = await app.Start("caller");

        await app.Stimulate(caller, new Stimulus.Cancel("withdrawn"));
        await app.Ring();

        Assert.Equal(InstanceStatus.Cancelled, (await app.Snapshot(await Child(app, caller))).Status);
        Assert.Equal(0, await app.Read(db => db.Bookmarks.CountAsync()));
        await app.AssertSoundAsync();
    }

    [Theory]
    [InlineData("DispatchWorkflow")]
    [InlineData("BulkDispatchWorkflows")]
    public async Task Who_is_cancelled_does_not_start_any_more_what_had_not_begun(string type)
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("slow", Slow);
        await app.Publish("caller", Caller(type, "slow", ("items", type == "DispatchWorkflow" ? null : new[] { 1, 2 })));
        var caller = await app.Start("caller");

        await app.Stimulate(caller, new Stimulus.Cancel("withdrawn"));
        await app.Ring();

        Assert.Equal([caller], await app.Read(db => db.WorkflowInstances.Select(i => i.Id).ToListAsync()));
        Assert.All(await app.Messages(), m => Assert.Equal(nameof(Answer.NobodyWaits), m.Answer));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_workflow_that_an_undo_starts_begins_although_its_caller_is_cancelled_then()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("adder", Adder);
        await app.Publish("caller", Chart().Add(Crash.CutStep.Undone(Line("book"), "call"), Wait("pay"), Node("call", "DispatchWorkflow", ("workflowDefinitionId", "adder"), ("input", new { a = 1 }))).Connect("book -> pay"));
        var caller = await app.Start("caller");

        await app.Stimulate(caller, new Stimulus.Cancel("withdrawn", WithCompensation: true));
        await app.Ring();

        Assert.Equal(InstanceStatus.Cancelled, (await app.Snapshot(caller)).Status);
        Assert.Equal(InstanceStatus.Finished, (await app.Snapshot(await Child(app, caller))).Status);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task An_event_with_a_correlation_id_passes_over_who_began_to_wait_before_it_had_one()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("two", Chart()
            .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Node("early", "Event", ("eventName", "bell")), Node("about", "Correlate", ("correlationId", "x")), Node("late", "Event", ("eventName", "bell")), Wait("end"))
            .Connect("fork:A -> early", "fork:B -> about -> late -> end"));
        var instance = await app.Start("two");

        await app.System.Send(new Do(s => s.GetRequiredService<WorkflowHost>().PublishAsync("bell", "x", payload: null, CancellationToken.None)));

        Assert.Equal(["early", "end"], (await app.Snapshot(instance)).Bookmarks.Select(b => b.ActivityId));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_delivery_cut_at_any_statement_happens_once()
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        await app.Publish("adder", Adder);
        await app.Publish("caller", Caller("DispatchWorkflow", "adder", ("waitForCompletion", true)));
        var caller = await app.Start("caller");

        for (var n = 0; (await app.Snapshot(caller)).Bookmarks[0].ActivityId == "call"; n++)
        {
            cuts.CutAfter(n);
            await Record.ExceptionAsync(() => app.Ring());
            cuts.Off();
            app.Sleep(TimeSpan.FromDays(1));
            Assert.True(n < 200);
        }

        Assert.Equal(2L, ((Dictionary<string, object?>)(await app.Snapshot(caller)).Variables["got"]!)["sum"]);
        Assert.Equal(2, await app.Read(db => db.WorkflowInstances.CountAsync()));
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_workflow_that_is_not_there_yet_is_waited_for_and_says_what_is_wrong()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("caller", Caller("ExecuteWorkflow", "adder"));
        var caller = await app.Start("caller");
        await app.Ring();
        var waiting = Assert.Single(await app.Messages());

        await app.Publish("adder", Adder);
        app.Sleep(TimeSpan.FromMinutes(5));
        await app.Ring();

        Assert.Contains("adder", waiting.LastError, StringComparison.Ordinal);
        Assert.Equal("end", Assert.Single((await app.Snapshot(caller)).Bookmarks).ActivityId);
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_for_ever_harms_nobody()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("mirror", Caller("ExecuteWorkflow", "mirror"));

        await app.Start("mirror");

        Assert.InRange(await app.Read(db => db.WorkflowInstances.CountAsync()), 2, 20);
        Assert.Single(await app.Messages());
    }

    private static Task<Guid> Child(FondsApp app, Guid parent) => app.Read(db => db.WorkflowInstances.Where(i => i.ParentInstanceId == parent).Select(i => i.Id).SingleAsync());
}
