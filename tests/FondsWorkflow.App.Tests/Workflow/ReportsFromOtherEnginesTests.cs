using System.Collections.Concurrent;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>What users of other engines have reported, on the durable host: database, processes, restarts. The engine's own tests have the same list without them.</summary>
public sealed class ReportsFromOtherEnginesTests
{
    [Fact]
    public async Task Two_processes_never_execute_the_same_event()
    {
        await using var one = await FondsApp.StartAsync();
        await using var other = await FondsApp.OpenAsync(one.Folder, one.Postgres);
        other.Keep = true;
        var flow = Chart().Variable("rounds", "Int32", "0").Add(Node("start", "Start"), Wait("go"), Set("count", "rounds", Js("getRounds() + 1")), Node("again", "FlowJoin"), Switch("enough", ("Enough", "getRounds() >= 1000")), Node("end", "End")).Connect("start -> again -> go -> count -> enough", "enough:Default -> again", "enough:Enough -> end");
        await one.Publish("loop", flow);
        await other.Publish("loop", flow);
        var instance = await one.Start("loop");
        var answers = new ConcurrentBag<Answer>();

        for (var round = 0; round < 25; round++)
        {
            var bookmark = (await one.Snapshot(instance)).Bookmarks[0].Id;
            await Task.WhenAll(new[] { one, other }.Select(app => Task.Run(async () => answers.Add(await app.Stimulate(instance, new Stimulus.Resume(bookmark))))));
        }

        Assert.Equal((25, 25), (answers.OfType<Answer.Accepted>().Count(), answers.OfType<Answer.AlreadyDone>().Count()));
        Assert.Equal(25L, (await one.Snapshot(instance)).Variables["rounds"]);
        await one.AssertSoundAsync();
    }

    [Fact]
    public async Task A_timer_fires_once_after_a_restart()
    {
        await using var before = await FondsApp.StartAsync();
        var story = new Story(before);
        var id = await story.Submitted();
        await story.Management.Send(new AskClarification(await story.AssignmentOf(id, "ReviewApplication"), "Wann beginnt die Aktion?", [FormPart.PlaceAndTime]));

        await using var after = await FondsApp.OpenAsync(before.Folder, before.Postgres, before.Clock.GetUtcNow().AddDays(100));
        after.Keep = true;
        var woken = new[] { await after.Ring(), await after.Ring() };

        Assert.Equal([1, 0], woken);
        Assert.Equal("NotPursued", await new Story(after).Stage(id));
        await after.AssertSoundAsync();
    }

    [Fact]
    public async Task A_running_instance_keeps_its_graph_when_another_version_is_published()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("flow", Chart().Add(Wait("a"), Line("old"), Wait("end")).Connect("a -> old -> end"));
        var running = await app.Start("flow");
        await app.Publish("flow", Chart().Add(Wait("a"), Line("new"), Wait("other")).Connect("a -> new -> other"), version: 2);
        var later = await app.Start("flow");

        await app.Stimulate(running, new Stimulus.PublishedEvent("a"));
        await app.Stimulate(later, new Stimulus.PublishedEvent("a"));

        Assert.Equal("end", (await app.Snapshot(running)).Bookmarks[0].ActivityId);
        Assert.Equal("other", (await app.Snapshot(later)).Bookmarks[0].ActivityId);
    }

    [Fact]
    public async Task A_stale_page_does_not_complete_a_reassigned_task()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var assignment = await story.AssignmentOf(id, "DecideInCircle");
        var colleague = new Person(app, new Actor("quartier.2@demo.example", "Quartiersmanagement 2", ActorRole.Management, story.Management.Actor.Quarters));
        await colleague.Send(new Do(async s => (await s.GetRequiredService<App.Data.FondsDb>().Assignments.SingleAsync(a => a.Id == assignment)).Take(colleague.Actor)));

        await Refused.By(AssignmentRules.AssigneeActs, () => Complete(story.Management, assignment));
        await Complete(colleague, assignment);

        Assert.Equal("quartier.2@demo.example", await app.Read(db => db.Assignments.Where(a => a.Id == assignment).Select(a => a.CompletedBy).SingleAsync()));
    }

    [Fact]
    public async Task A_failed_step_can_be_retried_after_a_restart()
    {
        var flow = Chart().Variable("ok", "Boolean", "false")
            .Add(Wait("go"), Node("call", "RunJavaScript", ("script", "if (new Date().getUTCFullYear() < 2027) throw new Error('down'); return 1;")), Wait("end")).Connect("go -> call -> end");
        await using var before = await FondsApp.StartAsync();
        await before.Publish("fails", flow);
        var instance = await before.Start("fails");
        await before.Stimulate(instance, new Stimulus.PublishedEvent("go"));

        await using var after = await FondsApp.OpenAsync(before.Folder, before.Postgres, before.Clock.GetUtcNow().AddYears(2));
        after.Keep = true;
        var incident = await after.Read(db => db.Incidents.SingleAsync());
        await after.Stimulate(instance, new Stimulus.Retry(incident.Id));

        Assert.Equal("Open", incident.State);
        Assert.Equal("end", (await after.Snapshot(instance)).Bookmarks[0].ActivityId);
        await after.AssertSoundAsync();
    }

    private static Task Complete(Person person, Guid assignment) => person.Send(new Do(async services =>
    {
        var desk = services.GetRequiredService<Desk>();
        await desk.CompleteAsync(await desk.OpenAsync(assignment, "DecideInCircle", CancellationToken.None), "Deferred", payload: null, CancellationToken.None);
    }));
}
