using FondsWorkflow.App.Cli.Demo;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>
/// Journals of every shipped definition version, as the demo's applications wrote them: one line for each burst, the snapshot last. Every later engine replays them byte for byte.
/// <c>UPDATE_GOLDEN=1</c> adds those of versions that have none; a stored one is never written again.
/// </summary>
public sealed class JournalTests
{
    private static readonly ActivityCatalogue Catalogue = FundSteps.Registry().Catalogue;

    private static string Folder => Path.Combine(SourceTree.Root, "tests", "FondsWorkflow.App.Tests", "Workflow", "Journals");

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "workflows"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task The_stored_journals_of_a_definition_give_their_stored_snapshots(string definition)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Journals(definition).Count == 0)
        {
            await RecordAsync();
        }

        var known = Read(definition);
        var engine = new WorkflowEngine(FundSteps.Registry());
        var journals = Journals(definition);

        Assert.NotEmpty(journals);
        foreach (var journal in journals)
        {
            var lines = await File.ReadAllLinesAsync(journal);
            var replayed = await engine.ReplayAsync(known, lines[..^1].Select(BurstRecord.FromJson));
            Assert.Equal((journal, lines[^1]), (journal, replayed.ToJson()));
            Assert.Equal((journal, lines[^1]), (journal, WorkflowSnapshot.FromJson(lines[^1]).ToJson()));
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task The_stored_journals_of_a_definition_pass_all_its_waiting_steps_between_them(string definition)
    {
        var steps = Read(definition).Root.Activities.Where(a => Catalogue.Latest(a.Type) is { IsBlocking: true }).ToLookup(a => a.Type, a => a.Id, StringComparer.Ordinal);

        var all = string.Concat(await Task.WhenAll(Journals(definition).Select(f => File.ReadAllTextAsync(f))));

        Assert.Empty(steps.Where(ids => !ids.Any(id => all.Contains($"\"{id}\"", StringComparison.Ordinal))).Select(ids => ids.Key));
    }

    private static List<string> Journals(string definition) =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, $"{definition}.*.jsonl").Order(StringComparer.Ordinal)] : [];

    private static async Task RecordAsync()
    {
        Directory.CreateDirectory(Folder);
        var demo = Directory.CreateTempSubdirectory("fonds-demo-");
        Assert.Equal(0, await DemoVerb.RunAsync(demo, TextWriter.Null, TextWriter.Null, CancellationToken.None, change: null, "--Fonds:Chromium=/nowhere"));
        await using var played = await FondsApp.OpenAsync(Path.Combine(demo.FullName, "daten"), postgres: "");
        await KeepAsync(played, number: 1);
        await using var app = await FondsApp.StartAsync();
        await CorrectedAsync(new Story(app));
        await KeepAsync(app, number: 50);
    }

    /// <summary>What no application of the demo meets: finance sends an advance back, the group corrects it.</summary>
    private static async Task CorrectedAsync(Story story)
    {
        var id = await story.Notified();
        await story.Ask(id, PayoutKind.Advance, 100);
        foreach (var (person, step, outcome) in new[] { (story.FinanceA, "CertifyFactually", "SentBack"), (story.Applicant, "CorrectPayout", "Corrected") })
        {
            await person.Send(new Do(async services =>
            {
                var desk = services.GetRequiredService<Desk>();
                await desk.CompleteAsync(await desk.OpenForAsync(id, step, CancellationToken.None), outcome, payload: null, CancellationToken.None);
            }));
        }
    }

    private static async Task KeepAsync(FondsApp app, int number)
    {
        await app.AssertSoundAsync();
        foreach (var instance in await app.Read(db => db.WorkflowInstances.AsNoTracking().OrderBy(i => i.StartedAt).ToListAsync()))
        {
            var lines = await app.Read(db => db.Journal.Where(j => j.InstanceId == instance.Id).OrderBy(j => j.Burst).Select(j => j.Record).ToListAsync());
            var file = $"{instance.DefinitionId}.v{instance.DefinitionVersion}.{number++:00}-{instance.Stage}.jsonl";
            await File.WriteAllLinesAsync(Path.Combine(Folder, file), [.. lines, instance.Snapshot]);
        }
    }

    private static WorkflowDefinition Read(string name)
        => DefinitionReader.Read(File.ReadAllText(Path.Combine(SourceTree.Root, "workflows", name + ".json")), name, Catalogue).Definition!;
}
