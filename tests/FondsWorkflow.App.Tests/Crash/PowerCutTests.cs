using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>
/// A step of the workflow that loses its database between any two statements: nothing of it stays, or all of it; what was tried is tried again and succeeds once.
/// </summary>
public sealed class PowerCutTests
{
    private const int MostStatements = 300;

    public static TheoryData<string> Steps => [.. CutStep.Names];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_cut_between_any_two_statements_leaves_nothing_and_is_repeated(string step)
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        var act = (await CutStep.PrepareAsync(new Story(app), step)).Act;
        var before = await app.DumpAsync();
        List<string> cutAt = [];

        for (var n = 0; n < MostStatements; n++)
        {
            cuts.CutAfter(n);
            var failure = await Record.ExceptionAsync(act);
            cuts.Off();
            if (failure is null)
            {
                break;
            }

            Assert.Contains("The power went", failure.ToString(), StringComparison.Ordinal);
            Assert.Equal(before, await app.DumpAsync());
            cutAt.Add(cuts.At!);
        }

        Assert.Contains("begin", cutAt);
        Assert.Equal("commit", cutAt[^1]);
        Assert.True(cutAt.Count > 8, string.Join('\n', cutAt));
        Assert.NotEqual(before, await app.DumpAsync());
        await app.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_cut_after_its_commit_is_there_and_its_repetition_changes_nothing(string step)
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        var act = (await CutStep.PrepareAsync(new Story(app), step)).Act;
        var before = await app.DumpAsync();

        cuts.CutAfterCommit();
        await Assert.ThrowsAsync<PowerCutException>(act);
        var after = await app.DumpAsync();
        await act();

        Assert.NotEqual(before, after);
        Assert.Equal(after, await app.DumpAsync());
        await app.AssertSoundAsync();
    }

    [Fact]
    public async Task Several_failed_steps_handled_together_and_cut_anywhere_are_each_handled_once()
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        var failed = new[] { await CutStep.Failed(app), await CutStep.Failed(app) };
        var skip = new HandleIncidents([.. failed.Select(f => f.Incident)], IncidentAct.Skip, "Done", "Von Hand erledigt.");

        for (var n = 0; n < MostStatements; n++)
        {
            cuts.CutAfter(n);
            var failure = await Record.ExceptionAsync(() => app.As("verwaltung@demo.example").Send(skip, CutStep.Key));
            cuts.Off();
            if (failure is null)
            {
                break;
            }

            await app.AssertSoundAsync();
        }

        Assert.Equal(2, await app.Read(db => db.Incidents.CountAsync(i => i.State == "Skipped")));
        Assert.Equal(2, await app.Read(db => db.AuditEntries.CountAsync(e => e.Command == nameof(SkipIncident))));
        foreach (var (instance, _) in failed)
        {
            Assert.Equal("end", (await app.Snapshot(instance)).Bookmarks[0].ActivityId);
        }

        await app.AssertSoundAsync();
    }
}
