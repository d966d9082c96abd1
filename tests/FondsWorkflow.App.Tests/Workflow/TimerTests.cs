using FondsWorkflow.App.Features.Administration.Undelivered;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>Times that come and can't be told to their instance.</summary>
public sealed class TimerTests
{
    private const int MoreThanASweepTakes = 201;

    private static readonly Flow Sleeper = Chart().Add(Node("sleep", "Delay", ("timeSpan", "01:00:00")), Wait("end")).Connect("sleep -> end");

    /// <summary>Fails the first time and waits an hour for the next try.</summary>
    private static readonly Flow Stumbler = Chart()
        .Add(Node("call", "RunJavaScript", ("script", "if (new Date() < new Date('2026-01-12T08:30:00Z')) throw new Error('down'); return 1;")), Wait("end")).Connect("call -> end")
        .Custom("retry", new { maxAttempts = 3, firstDelay = "01:00:00" });

    [Fact]
    public async Task Timers_that_always_fail_hold_up_none_behind_them()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("sleeper", Sleeper);
        for (var i = 0; i < MoreThanASweepTakes; i++)
        {
            await app.Start("sleeper");
        }

        await Break(app);
        app.Sleep(TimeSpan.FromSeconds(1));
        var behind = await app.Start("sleeper");
        app.Sleep(TimeSpan.FromHours(1));

        await app.Ring();

        Assert.Equal("end", Assert.Single((await app.Snapshot(behind)).Bookmarks).ActivityId);
        Assert.Equal(MoreThanASweepTakes, await app.Read(db => db.WorkflowMessages.CountAsync(m => m.Attempts == 1 && m.DueAt > app.Clock.GetUtcNow() && m.LastError != null)));
        Assert.Equal(0, await app.Read(db => db.Bookmarks.CountAsync(b => b.RingAt != null)));
        Assert.Equal(0, await app.Ring());
    }

    [Theory]
    [InlineData("sleeper", "TimerDue")]
    [InlineData("stumbler", "Retry")]
    public async Task A_time_that_can_not_be_told_is_tried_later_and_later_until_a_person_decides(string workflow, string what)
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("sleeper", Sleeper);
        await app.Publish("stumbler", Stumbler);
        var instance = await app.Start(workflow);
        var snapshot = await Break(app);
        app.Sleep(TimeSpan.FromHours(1));
        List<TimeSpan> delays = [];
        await app.Ring();
        while (await app.Read(db => db.WorkflowMessages.Select(m => m.DueAt).SingleAsync()) is { } due)
        {
            delays.Add(due - app.Clock.GetUtcNow());
            app.Sleep(delays[^1]);
            await app.Ring();
        }

        var administrator = app.As("verwaltung@demo.example");
        var given = Assert.Single(await administrator.Send(new ShowUndelivered()));
        await app.Read(db => db.WorkflowInstances.ExecuteUpdateAsync(u => u.SetProperty(i => i.Snapshot, snapshot)));
        await administrator.Send(new RedeliverMessage(given.Id));
        await app.Ring();

        Assert.Equal(Enumerable.Range(0, 11).Select(n => TimeSpan.FromSeconds(30 * Math.Pow(2, n))), delays);
        Assert.Equal((what, instance, 12), (given.What, given.InstanceId, given.Attempts));
        Assert.Equal("end", Assert.Single((await app.Snapshot(instance)).Bookmarks).ActivityId);
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task A_time_that_was_told_by_a_message_is_not_told_again()
    {
        await using var app = await FondsApp.StartAsync();
        await app.Publish("sleeper", Sleeper);
        var instance = await app.Start("sleeper");
        var snapshot = await Break(app);
        app.Sleep(TimeSpan.FromHours(1));
        await app.Ring();
        await app.Read(db => db.WorkflowInstances.ExecuteUpdateAsync(u => u.SetProperty(i => i.Snapshot, snapshot)));
        app.Sleep(TimeSpan.FromMinutes(1));

        var rung = new[] { await app.Ring(), await app.Ring() };

        Assert.Equal([1, 0], rung);
        Assert.Equal(nameof(Answer.Accepted), Assert.Single(await app.Messages()).Answer);
        Assert.Equal("end", Assert.Single((await app.Snapshot(instance)).Bookmarks).ActivityId);
        await app.AssertSoundAsync();
    }

    /// <summary>Makes every instance unreadable, as a failed disk would.</summary>
    /// <returns>The last one's snapshot.</returns>
    private static async Task<string> Break(FondsApp app)
    {
        var snapshot = await app.Read(db => db.WorkflowInstances.OrderByDescending(i => i.Id).Select(i => i.Snapshot).FirstAsync());
        await app.Read(db => db.WorkflowInstances.ExecuteUpdateAsync(u => u.SetProperty(i => i.Snapshot, "unreadable")));
        return snapshot;
    }
}
