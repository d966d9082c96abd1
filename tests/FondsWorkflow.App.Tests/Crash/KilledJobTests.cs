using System.Globalization;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>Real processes with their planned jobs, killed as <c>kill -9</c> does inside the job that wakes what is due.</summary>
public sealed class KilledJobTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_deadline_that_passes_while_processes_die_in_the_timer_job_is_acted_on_once()
    {
        await using var app = await FondsApp.StartAsync(DateTimeOffset.UtcNow.AddDays(-100));
        var story = new Story(app);
        await story.Management.Send(await CutStep.Question(story));
        var (instance, timer) = await app.Read(db => db.Bookmarks.Where(b => b.ResumeAt != null).Select(b => new ValueTuple<Guid, Guid>(b.InstanceId, b.Id)).SingleAsync());
        var bursts = await Bursts(app, instance);

        foreach (var statement in new[] { 1, 8 })
        {
            await using var process = await AppProcess.StartAsync(app.Folder, app.Postgres, string.Create(CultureInfo.InvariantCulture, $"--Fonds:CrashAt={nameof(WakeStep)}#:{statement}"));
            await process.WaitForExitAsync();

            Assert.True(await Waits(app, timer));
            Assert.Equal(bursts, await Bursts(app, instance));
        }

        await using (await AppProcess.StartAsync(app.Folder, app.Postgres))
        {
            await Rung(app, timer);
        }

        Assert.Equal(bursts + 1, await Bursts(app, instance));
        Assert.Equal(1, await app.Read(db => db.AuditEntries.CountAsync(e => e.Command == nameof(WakeStep))));
        await app.AssertSoundAsync();
    }

    private static Task<bool> Waits(FondsApp app, Guid timer) => app.Read(db => db.Bookmarks.AnyAsync(b => b.Id == timer));

    private static Task<int> Bursts(FondsApp app, Guid instance) => app.Read(db => db.WorkflowInstances.Where(i => i.Id == instance).Select(i => i.Bursts).SingleAsync());

    private static async Task Rung(FondsApp app, Guid timer)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await Waits(app, timer))
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }
}
