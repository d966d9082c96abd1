using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Tests.Crash;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>A cancelled instance undoes what was done: the undo waits for somebody, outlives a restart, fails and is tried again, and happens once.</summary>
public sealed class CompensationTests
{
    private const string Administrator = "verwaltung@demo.example";

    /// <summary>The undo of the last step waits until somebody agrees; the undo of the first fails until half past nine.</summary>
    private static readonly Flow Booking = Chart()
        .Add(CutStep.Undone(Line("room"), "freeRoom"), CutStep.Undone(Line("count"), "uncount"), Wait("pay"))
        .Add(Node("freeRoom", "RunJavaScript", ("script", "if (new Date() < new Date('2026-01-12T08:30:00Z')) throw new Error('down'); return 1;")), SequenceOf("uncount", Line("ask"), Wait("agreed"), Line("uncounted")))
        .Connect("room -> count -> pay");

    [Fact]
    public async Task An_undo_that_waits_and_fails_outlives_restarts_and_happens_once()
    {
        await using var first = await FondsApp.StartAsync();
        await first.Publish("booking", Booking);
        var instance = await first.Start("booking");
        await first.As(Administrator).Send(new CancelInstance(instance, "Doppelt erfasst."), "einmal");
        await first.As(Administrator).Send(new CancelInstance(instance, "Doppelt erfasst."), "einmal");
        Assert.Equal("agreed", Assert.Single(await first.Read(db => db.Bookmarks.Select(b => b.Name).ToListAsync())));

        await using var second = await FondsApp.OpenAsync(first.Folder, first.Postgres);
        second.Keep = true;
        Assert.IsType<Answer.Accepted>(await second.Stimulate(instance, new Stimulus.PublishedEvent("agreed")));
        Assert.IsType<Answer.AlreadyDone>(await second.Stimulate(instance, new Stimulus.PublishedEvent("agreed")));
        var incident = await second.Read(db => db.Incidents.SingleAsync());
        Assert.Equal(("freeRoom", "Open"), (incident.ActivityId, incident.State));

        await using var third = await FondsApp.OpenAsync(first.Folder, first.Postgres, first.Clock.GetUtcNow().AddHours(1));
        third.Keep = true;
        Assert.True((await third.As(Administrator).Send(new RetryIncident(instance, incident.Id))).IsSolved);

        Assert.Equal(InstanceStatus.Cancelled, (await third.Snapshot(instance)).Status);
        var undone = (await third.Read(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == instance).OrderBy(j => j.Burst).ToListAsync())).SelectMany(JournalText.Read).ToList();
        Assert.Equal(["count", "room"], undone.Where(e => e.Kind == JournalKind.Compensated).Select(e => e.ActivityId));
        Assert.Equal(["room", "count", "ask", "uncounted"], undone.Where(e => e.Kind == JournalKind.Note).Select(e => e.Text));
        Assert.Equal(0, await third.Read(db => db.Bookmarks.CountAsync()));
        await third.AssertSoundAsync();
    }

    [Fact]
    public async Task An_undo_cut_between_any_two_statements_leaves_nothing_and_is_repeated()
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        await app.Publish("booking", Booking);
        var instance = await app.Start("booking");
        await app.As(Administrator).Send(new CancelInstance(instance, "Doppelt erfasst."));
        app.Sleep(TimeSpan.FromHours(1));
        var before = await app.DumpAsync();

        for (var n = 0; (await app.Snapshot(instance)).Status != InstanceStatus.Cancelled; n++)
        {
            cuts.CutAfter(n);
            var failure = await Record.ExceptionAsync(() => app.Stimulate(instance, new Stimulus.PublishedEvent("agreed")));
            cuts.Off();
            Assert.True(failure is null || before == await app.DumpAsync());
            Assert.True(n < 200);
        }

        await app.AssertSoundAsync();
    }
}
