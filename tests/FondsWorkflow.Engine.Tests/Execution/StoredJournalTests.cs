using System.Text;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>Journals as an earlier engine stored them are replayed by this one, byte for byte. UPDATE_GOLDEN=1 writes them anew; a changed line is a broken promise.</summary>
public sealed class StoredJournalTests
{
    private static Flow Parcel() => Chart().Variable("touched").Variable("rounds", "Int32", "0")
        .Add(Node("pack", "Shop.Pack", ("article", "tea"), ("pieces", 2)), Node("fork", "FlowFork", ("branches", new[] { "Ask", "Remind" })), Node("ask", "Shop.Ask"), Node("delay", "Delay", ("timeSpan", "2.00:00:00")), Line("remind"))
        .Add(Node("join", "FlowJoin", ("mode", "WaitAny")), Set("count", "rounds", Js("getRounds() + 1")), Switch("again", ("Again", "getRounds() < 2")), Node("child", "DispatchWorkflow", ("workflowDefinitionId", "invoice"), ("waitForCompletion", true)), Node("id", "SetOutput", ("outputName", "Id"), ("outputValue", Js("newGuid() + new Date().toISOString()"))))
        .Connect("pack:Packed -> fork", "fork:Ask -> ask", "ask:Yes -> join", "ask:No -> join", "ask:TooLate -> join", "fork:Remind -> delay -> remind -> join", "join -> count -> again", "again:Again -> fork", "again:Default -> child -> id")
        .Custom("retry", new { maxAttempts = 3, firstDelay = "00:10:00" });

    [Fact]
    public async Task A_stored_journal_gives_the_stored_snapshot()
    {
        var path = Path.Combine(Root(), "tests", "FondsWorkflow.Engine.Tests", "Execution", "parcel.v1.journal.jsonl");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is not null) await File.WriteAllTextAsync(path, await RecordAsync());
        var lines = await File.ReadAllLinesAsync(path);
        var engine = new WorkflowEngine(Shop.Registry);

        var replayed = await engine.ReplayAsync(Parcel().Build(), lines[..^1].Select(BurstRecord.FromJson));

        Assert.Equal(lines[^1], replayed.ToJson());
        Assert.Equal(lines[^1], WorkflowSnapshot.FromJson(lines[^1]).ToJson());
        Assert.Equal(InstanceStatus.Finished, replayed.Status);
    }

    [Fact]
    public async Task Todays_engine_records_the_same_journal() =>
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Root(), "tests", "FondsWorkflow.Engine.Tests", "Execution", "parcel.v1.journal.jsonl")), await RecordAsync());

    private static async Task<string> RecordAsync()
    {
        var test = Parcel().Test(Shop.Registry);
        test.Services.Add(new Shop { FailuresLeft = 1 });
        await test.StartAsync(("Kind", "A"));
        await test.PassAsync(TimeSpan.FromMinutes(10));
        await test.PassAsync(TimeSpan.FromDays(2));
        await test.SendAsync(new Stimulus.Amend(test.Bookmark("ask").Id, new { who = "manager" }, test.Now.AddDays(30)));
        await test.ResumeAsync("ask", "Yes", new { note = "gern" });
        await test.ResumeAsync("child", "Finished", new { number = 17 });
        var text = new StringBuilder();
        foreach (var record in test.Records) text.Append(record.ToJson().Replace(Detail(record), "", StringComparison.Ordinal)).Append('\n');
        return text.Append(test.Snapshot.ToJson()).Append('\n').ToString();
    }

    /// <summary>Stack traces differ between builds, so the stored journal leaves them out; the incident is resolved before the end.</summary>
    private static string Detail(BurstRecord record)
    {
        var failed = record.Steps.SelectMany(s => s.Effects).OfType<Effect.Failed>().FirstOrDefault();
        if (failed is null) return "\u0000";
        var json = record.ToJson();
        var start = json.IndexOf("\"detail\":\"", StringComparison.Ordinal) + 10;
        return json[start..json.IndexOf("\"}", start, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FondsWorkflow.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The test does not run inside the repository.");
    }
}
