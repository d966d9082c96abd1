using System.Text.Json;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>Times and events that start workflows: each time once, on whichever node, whatever happened meanwhile.</summary>
public sealed class TriggerTests
{
    [Fact]
    public async Task A_timer_starts_an_instance_per_interval()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("hourly", Triggered(Node("tick", "Timer", ("interval", "01:00:00"))));

        List<int> started = [];
        for (var quarter = 0; quarter < 12; quarter++)
        {
            app.Sleep(TimeSpan.FromMinutes(15));
            await app.Ring();
            started.Add(await Count(app, "hourly"));
        }

        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3], started);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_sweep_that_comes_late_shifts_no_later_time()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("hourly", Triggered(Node("tick", "Timer", ("interval", "01:00:00"))));
        var planned = await Next(app, "hourly");

        app.Sleep(TimeSpan.FromMinutes(85));
        await app.Ring();

        Assert.Equal(planned + TimeSpan.FromHours(1), await Next(app, "hourly"));
    }

    [Fact]
    public async Task Times_missed_while_the_house_was_dark_start_one_instance_not_many()
    {
        await using var before = await FondsApp.StartAsync();
        await before.Publish("hourly", Triggered(Node("tick", "Timer", ("interval", "01:00:00"))));

        await using var after = await FondsApp.OpenAsync(before.Folder, before.Postgres, before.Clock.GetUtcNow().AddDays(10));
        after.Keep = true;
        await after.Ring();
        await after.Ring();

        Assert.Equal(1, await Count(after, "hourly"));
        Assert.Equal(after.Clock.GetUtcNow().AddHours(1), await Next(after, "hourly"));
    }

    [Fact]
    public async Task A_start_at_starts_once_also_when_the_file_is_read_again_at_every_start()
    {
        await using var app = await FondsApp.StartAsync();
        var flow = Triggered(Node("at", "StartAt", ("dateTime", app.Clock.GetUtcNow().AddHours(2))));
        await app.Publish("once", flow);
        app.Sleep(TimeSpan.FromHours(3));

        await app.Ring();
        await app.Publish("once", flow);
        await app.Ring();

        Assert.Equal(1, await Count(app, "once"));
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public async Task Half_past_two_comes_once_in_the_nights_the_clocks_change(string noon, string first, string second)
    {
        await using var app = await FondsApp.StartAsync(Time(noon));
        await app.Publish("nightly", Triggered(Node("night", "Cron", ("cronExpression", "30 2 * * *"))));
        Assert.Equal(Time(first), await Next(app, "nightly"));

        for (var quarter = 0; quarter < 24 * 4; quarter++)
        {
            app.Sleep(TimeSpan.FromMinutes(15));
            await app.Ring();
        }

        Assert.Equal(1, await Count(app, "nightly"));
        Assert.Equal(Time(second), await Next(app, "nightly"));
    }

    [Fact]
    public async Task A_new_version_ends_the_times_of_the_old_one_and_is_what_they_start()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("flow", Triggered(Node("tick", "Timer", ("interval", "01:00:00"))));
        await app.Publish("flow", Triggered(Node("later", "Timer", ("interval", "1.00:00:00"))), version: 2);
        await app.Publish("flow", Triggered(Node("tick", "Timer", ("interval", "01:00:00")))); // The old file is still there.

        app.Sleep(TimeSpan.FromHours(23));
        await app.Ring();
        Assert.Equal(0, await Count(app, "flow"));
        app.Sleep(TimeSpan.FromHours(2));
        await app.Ring();

        Assert.Equal([2], await app.Read(db => db.WorkflowInstances.Where(i => i.DefinitionId == "flow").Select(i => i.DefinitionVersion).ToListAsync()));
    }

    [Fact]
    public async Task A_new_version_without_the_event_is_not_started_by_it()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("flow", Triggered(Wait("bell")));
        await app.Publish("flow", Chart().Add(Wait("bell")), version: 2);
        await app.Publish("ringer", Chart().Add(Node("ring", "PublishEvent", ("eventName", "bell"))));

        await app.Start("ringer");
        await app.Ring();

        Assert.Equal(0, await Count(app, "flow"));
    }

    [Fact]
    public async Task An_event_starts_the_newest_version_also_on_a_node_that_has_not_read_its_file()
    {
        await using var one = await FondsApp.StartAsync();
        await using var other = await FondsApp.OpenAsync(one.Folder, one.Postgres);
        other.Keep = true;
        await one.Publish("flow", Triggered(Wait("bell")));
        await one.Publish("ringer", Chart().Add(Node("ring", "PublishEvent", ("eventName", "bell"))));
        await one.Start("ringer");

        await other.Ring();

        Assert.Equal(1, await Count(other, "flow"));
        await other.AssertSoundAsync();
    }

    [Fact]
    public async Task A_time_that_rings_on_two_nodes_starts_one_instance()
    {
        await using var one = await FondsApp.StartAsync();
        await using var other = await FondsApp.OpenAsync(one.Folder, one.Postgres);
        other.Keep = true;
        await one.Publish("hourly", Triggered(Node("tick", "Timer", ("interval", "01:00:00"))));
        for (var hour = 1; hour <= 10; hour++)
        {
            one.Sleep(TimeSpan.FromHours(1));
            other.Sleep(TimeSpan.FromHours(1));
            await Task.WhenAll(new[] { one, other, one, other }.Select(app => Task.Run(app.Ring)));
            Assert.Equal(hour, await Count(one, "hourly"));
        }

        await one.AssertSoundAsync();
    }

    [Fact]
    public async Task A_start_cut_at_any_statement_happens_once()
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        await app.Publish("daily", Triggered(Node("tick", "Timer", ("interval", "1.00:00:00"))));
        app.Sleep(TimeSpan.FromDays(1));

        for (var n = 0; await Count(app, "daily") == 0; n++)
        {
            cuts.CutAfter(n);
            await Record.ExceptionAsync(() => app.Ring());
            cuts.Off();
            app.Sleep(TimeSpan.FromMinutes(1));
            Assert.True(n < 200);
        }

        await app.Ring();
        Assert.Equal(1, await Count(app, "daily"));
        await app.AssertSoundAsync();
    }

    [Theory]
    [InlineData("Singleton")]
    [InlineData("CorrelatedSingleton")]
    [InlineData("Correlation")]
    public async Task Of_many_starts_at_once_one_wins_and_the_others_learn_it(string strategy)
    {
        await using var one = await FondsApp.StartAsync();
        await using var other = await FondsApp.OpenAsync(one.Folder, one.Postgres);
        other.Keep = true;
        foreach (var app in new[] { one, other })
        {
            await app.Publish("single", Chart().Add(Wait("go")), strategy: strategy);
            await app.Publish("second", Chart().Add(Wait("go")), strategy: strategy);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).TryStart("single", "x"))));
        var (differently, elsewhere) = (await one.TryStart("single", "y"), await one.TryStart("second", "x"));

        Assert.Single(answers.OfType<Answer.Accepted>());
        Assert.Equal(9, answers.OfType<Answer.NobodyWaits>().Count());
        Assert.Equal(strategy != "Singleton", differently is Answer.Accepted);
        Assert.Equal(strategy != "Correlation", elsewhere is Answer.Accepted);
        var winner = await one.Read(db => db.WorkflowInstances.Where(i => i.DefinitionId == "single" && i.CorrelationId == "x").Select(i => i.Id).SingleAsync());
        await one.Stimulate(winner, new Stimulus.Cancel("done"));
        Assert.Equal(strategy != "Singleton" || differently is not Answer.Accepted, await one.TryStart("single", "x") is Answer.Accepted);
        await one.AssertSoundAsync();
    }

    [Theory]
    [InlineData("ExecuteWorkflow")]
    [InlineData("DispatchWorkflow")]
    public async Task Who_waits_for_a_workflow_that_may_not_start_goes_on(string type)
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("single", Chart().Add(Wait("go")), strategy: "Singleton");
        await app.Publish("caller", Chart().Add(Node("call", type, ("workflowDefinitionId", "single"), ("waitForCompletion", true)), Wait("end")).Connect("call -> end"));
        await app.Start("single");

        var caller = await app.Start("caller");
        await app.Ring();

        Assert.Equal("end", Assert.Single((await app.Snapshot(caller)).Bookmarks).ActivityId);
        await app.AssertSoundAsync();
    }

    private static Flow Triggered(ActivityNode step)
    {
        var trigger = step with { CanStartWorkflow = true, CustomProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["canStartWorkflow"] = JsonSerializer.SerializeToElement(true) } };
        return Chart().Add(trigger, Wait("end")).Connect($"{step.Id} -> end");
    }

    private static DateTimeOffset Time(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> Count(FondsApp app, string definition) => app.Read(db => db.WorkflowInstances.CountAsync(i => i.DefinitionId == definition));

    private static Task<DateTimeOffset?> Next(FondsApp app, string definition) => app.Read(db => db.Triggers.Where(t => t.DefinitionId == definition).Select(t => t.NextAt).SingleAsync());
}
