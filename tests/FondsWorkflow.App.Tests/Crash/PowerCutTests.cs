using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Decisions.Resolve;
using FondsWorkflow.App.Features.Timers;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>
/// A step of the workflow that loses its database between any two statements: nothing of it stays, or all of it; what was tried is tried again and succeeds once.
/// </summary>
public sealed class PowerCutTests
{
    private const string Key = "einmal";
    private const int MostStatements = 200;

    public static TheoryData<string> Steps => ["submit", "resolve", "ask", "expire"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_cut_between_any_two_statements_leaves_nothing_and_is_repeated(string step)
    {
        var cuts = new PowerCuts();
        await using var app = await FondsApp.StartAsync(adjust: cuts.Install);
        var act = await Prepare(new Story(app), step);
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

        Assert.Equal("begin", cutAt[0]);
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
        var act = await Prepare(new Story(app), step);
        var before = await app.DumpAsync();

        cuts.CutAfterCommit();
        await Assert.ThrowsAsync<PowerCutException>(act);
        var after = await app.DumpAsync();
        await act();

        Assert.NotEqual(before, after);
        Assert.Equal(after, await app.DumpAsync());
        await app.AssertSoundAsync();
    }

    /// <summary>Brings an application to a step and gives what does it, with one key for all attempts.</summary>
    private static async Task<Func<Task>> Prepare(Story story, string step)
    {
        switch (step)
        {
            case "submit":
                var draft = await story.Drafted();
                return () => story.Applicant.Send(new SubmitApplication(draft), Key);
            case "resolve":
                var ballot = await story.ClosedBallot(await story.Forwarded());
                var resolution = new RecordResolution(ballot, ResolutionOutcome.Approved, Story.Euro(400), [], "Gutes Projekt für alle im Quartier.");
                return () => story.Management.Send(resolution, Key);
            case "ask":
                var review = await story.AssignmentOf(await story.Submitted(), "ReviewApplication");
                return () => story.Management.Send(new AskClarification(review, "Wann beginnt die Aktion?", [FormPart.PlaceAndTime]), Key);
            default:
                var asked = await story.AssignmentOf(await story.Submitted(), "ReviewApplication");
                await story.Management.Send(new AskClarification(asked, "Wann beginnt die Aktion?", [FormPart.PlaceAndTime]));
                story.App.Sleep(TimeSpan.FromDays(100));
                var timer = await story.App.Read(db => db.Bookmarks.SingleAsync(b => b.ResumeAt != null));
                return () => story.App.System.Send(new WakeStep(timer.InstanceId, timer.Id, IncidentId: null), Key);
        }
    }
}
