using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>
/// Instances as every format of the snapshot stored them, and their end: this engine reads them, goes on, and comes to the same end.
/// <c>UPDATE_GOLDEN=1</c> adds the samples of a format that has none; a stored one is never written again.
/// </summary>
public sealed partial class StoredSnapshotTests
{
    private static readonly Dictionary<string, Story> Stories = new(StringComparer.Ordinal)
    {
        ["waiting"] = new(
            Chart().Variable("sum", "Int32", "0").Input("Kind")
                .Add(Node("start", "Start"), Node("name", "SetName", ("value", "Fest")), Node("out", "SetOutput", ("outputName", "Kind"), ("outputValue", Js("getInput('Kind')"))), Node("fork", "FlowFork", ("branches", new[] { "Both", "Ask", "Sleep", "Quick" })))
                .Add(Node("both", "Parallel") with { Activities = [Counting(), Node("each", "ForEach", ("items", new[] { "a", "b" })) with { Children = Body(Wait("item")) }] })
                .Add(Node("ask", "Shop.Ask"), Node("sleep", "Delay", ("timeSpan", "30.00:00:00")), Node("all", "FlowJoin", ("mode", "WaitAll")), Line("end"))
                .Connect("start -> name -> out -> fork", "fork:Both -> both -> all", "fork:Ask -> ask", "ask:Yes -> all", "ask:No -> all", "ask:TooLate -> all", "fork:Sleep -> sleep -> all", "fork:Quick -> all", "all -> end"),
            async test =>
            {
                await test.StartAsync(("Kind", "A"));
                await test.PublishAsync("item", new { note = "Grüße" });
                await test.SendAsync(new Stimulus.Amend(test.Bookmark("ask").Id, new { who = "manager" }, test.Now.AddDays(3)));
            },
            async test =>
            {
                await test.PassAsync(TimeSpan.FromDays(3));
                await test.PublishAsync("item");
                await test.PublishAsync("inside");
                await test.PassAsync(TimeSpan.FromDays(30));
            }),
        ["failed"] = new(
            Chart().Custom("retry", new { maxAttempts = 3, firstDelay = "00:10:00" })
                .Add(Node("fork", "FlowFork", ("branches", new[] { "Pack", "Ask", "Late", "Turn" })), Node("pack", "Shop.Pack", ("article", "tea")), Node("ask", "Shop.Ask"), Node("late", "Shop.Ask", ("days", 1)))
                .Add(Node("turn", "While", ("condition", Js("if (getVariable('turned') && new Date() < new Date('2026-01-03T00:00:00Z')) throw new Error('down'); return !getVariable('turned');"))) with { Children = Body(Node("mark", "RunJavaScript", ("script", "setVariable('turned', true);"))) })
                .Add(Node("all", "FlowJoin", ("mode", "WaitAllActive")), Line("end"))
                .Connect("fork:Pack -> pack", "pack:Packed -> all", "pack:SoldOut -> all", "fork:Ask -> ask", "ask:Yes -> all", "ask:No -> all", "ask:TooLate -> all", "fork:Late -> late", "late:TooLate -> all", "late:Yes -> all", "late:No -> all", "fork:Turn -> turn -> all", "all -> end"),
            async test =>
            {
                Shop(test).FailuresLeft = 100;
                await test.StartAsync();
                await test.ResumeAsync("ask", "Yes", new { note = "gern" });
                await test.PassAsync(TimeSpan.FromDays(1));
            },
            async test =>
            {
                await test.PassAsync(TimeSpan.FromDays(2));
                foreach (var incident in test.Snapshot.Incidents) await test.SendAsync(new Stimulus.Retry(incident.Id));
            }),
        ["undoing"] = new(Undone(), CancelAsync, test => test.PublishAsync("unbook")),
        ["undoing-inside"] = new(
            Chart().Add(SequenceOf("inside", Set("choose", "room", "seven"), Node("booking", "Flowchart") with
            {
                Activities = [Line("book") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement("free") } }, SequenceOf("free", Wait("unbook"), Say("freed", "'free ' + getRoom()"))],
            }) with { Variables = [Var("room", "String")] }, Wait("ship")).Connect("inside -> ship"),
            CancelAsync,
            test => test.PublishAsync("unbook")),
        ["undo-failed"] = new(
            Undone(),
            async test =>
            {
                await CancelAsync(test);
                Shop(test).FailuresLeft = 1;
                await test.PublishAsync("unbook");
            },
            test => test.SendAsync(new Stimulus.Retry(test.Snapshot.Incidents[0].Id))),
    };

    public static TheoryData<string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, int>();
            for (var format = 1; format <= WorkflowSnapshot.FormatVersion; format++)
            {
                foreach (var name in Stories.Keys) samples.Add(name, format);
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task An_instance_stored_in_any_format_is_read_and_comes_to_its_end(string name, int format)
    {
        var (stored, end) = await Read(name, format);

        var snapshot = WorkflowSnapshot.FromJson(stored);

        Assert.StartsWith($"{{\"v\":{format},", stored, StringComparison.Ordinal);
        if (format == WorkflowSnapshot.FormatVersion) Assert.Equal(stored, snapshot.ToJson());
        Assert.Equal(WorkflowSnapshot.FromJson(end).ToJson(), await EndAsync(name, snapshot));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Todays_engine_stores_the_instance_so(string name, int format)
    {
        if (format < WorkflowSnapshot.FormatVersion) return;

        Assert.Equal((await Read(name, format)).Stored, await BeginAsync(name));
    }

    /// <summary>A property that no sample holds could be lost without a test that says so.</summary>
    [Fact]
    public async Task The_samples_hold_everything_a_snapshot_can_hold_between_them()
    {
        var all = string.Concat(await Task.WhenAll(Stories.Keys.Select(async name => (await Read(name, WorkflowSnapshot.FormatVersion)).Stored)));

        Assert.All(
            [
                "do\":\"execute", "do\":\"wake", "do\":\"hear", "do\":\"undo", "memory", "vars", "outputs", "tokens", "start", "undoes", "failures", "incident", "incidents", "attempts", "retryAt",
                "bookmarks", "revision", "timerOutcome", "at", "event", "payload", "timer", "outcome", "burned", "cancel", "done", "around", "result", "name", "correlation", "in", "out", "steps", "last",
            ],
            word => Assert.Contains($"\"{word}\"", all, StringComparison.Ordinal));
    }

    private static Flow Undone() => Chart().Variable("touched")
        .Add(Node("pack", "Shop.Pack", ("pieces", 2)), Node("book", "Shop.Pay") with { CustomProperties = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) { ["undo"] = System.Text.Json.JsonSerializer.SerializeToElement("unbook") } }, Wait("unbook"), Wait("ship"))
        .Connect("pack:Packed -> book -> ship");

    private static async Task CancelAsync(WorkflowTest test)
    {
        await test.StartAsync();
        await test.SendAsync(new Stimulus.Cancel("withdrawn", WithCompensation: true));
    }

    private static FondsWorkflow.Engine.Definitions.ActivityNode Counting() =>
        SequenceOf("counting", Set("set", "sum", 1), Wait("inside"), Line("inner", "done")) with { Variables = [Var("mine", "Int32", "5")] };

    private static Dictionary<string, FondsWorkflow.Engine.Definitions.ActivityNode> Body(FondsWorkflow.Engine.Definitions.ActivityNode body) => new(StringComparer.Ordinal) { ["body"] = body };

    private static Shop Shop(WorkflowTest test) => (Shop)test.Services.GetService(typeof(Shop))!;

    private static WorkflowTest Test(string name)
    {
        var test = Stories[name].Flow.Test(Execution.Shop.Registry);
        test.Services.Add(new Shop());
        return test;
    }

    private static async Task<string> BeginAsync(string name)
    {
        var test = Test(name);
        await Stories[name].Begin(test);
        return Plain(test.Snapshot.ToJson());
    }

    private static async Task<string> EndAsync(string name, WorkflowSnapshot snapshot)
    {
        var test = Test(name).From(snapshot, new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
        await Stories[name].End(test);
        Assert.Contains(test.Status, new[] { InstanceStatus.Finished, InstanceStatus.Cancelled });
        return test.Snapshot.ToJson();
    }

    private static async Task<(string Stored, string End)> Read(string name, int format, [CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source)!, "Samples", $"{name}.v{format}.snapshots.jsonl");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && !File.Exists(file) && format == WorkflowSnapshot.FormatVersion)
        {
            var stored = await BeginAsync(name);
            await File.WriteAllTextAsync(file, $"{stored}\n{await EndAsync(name, WorkflowSnapshot.FromJson(stored))}\n");
        }

        Assert.True(File.Exists(file), $"The snapshot's format {format} has no sample {Path.GetFileName(file)}: UPDATE_GOLDEN=1 adds it.");
        var lines = await File.ReadAllLinesAsync(file);
        return (lines[0], lines[1]);
    }

    /// <summary>Stack traces differ between builds.</summary>
    private static string Plain(string snapshot) => Detail().Replace(snapshot, "\"detail\":\"\"");

    [GeneratedRegex("\"detail\":\"(?:\\\\.|[^\"\\\\])*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Detail();

    private sealed record Story(Flow Flow, Func<WorkflowTest, Task> Begin, Func<WorkflowTest, Task> End);
}
