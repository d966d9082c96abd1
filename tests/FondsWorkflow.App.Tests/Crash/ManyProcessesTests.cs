using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using FondsWorkflow.App.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>Real processes beside each other on one database, as the README runs them.</summary>
public sealed class ManyProcessesTests
{
    private const int Processes = 3;
    private const int Instances = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Waits for an event, sleeps, starts another workflow and waits for its end: start, event, timer, end of the child are four bursts.</summary>
    private static readonly Flow Parent = Chart().Variable("got")
        .Add(Wait("go"), Node("sleep", "Delay", ("timeSpan", "00:00:01")), Node("call", "DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", true), ("input", new { a = 1 })), Set("keep", "got", Js("getLastResult()")))
        .Connect("go -> sleep -> call -> keep");

    /// <summary>Sleeps and ends with an output: two bursts.</summary>
    private static readonly Flow Child = Chart().Input("a")
        .Add(Node("nap", "Delay", ("timeSpan", "00:00:01")), Node("add", "SetOutput", ("outputName", "sum"), ("outputValue", Js("getInput('a') + 1")))).Connect("nap -> add");

    [Fact]
    public async Task Processes_that_start_together_on_an_empty_database_share_one_budget()
    {
        var folder = Directory.CreateTempSubdirectory("fonds-test-").FullName;
        var postgres = TestDatabase.CreateEmpty();

        var starts = Enumerable.Range(0, Processes).Select(_ => AppProcess.StartAsync(folder, postgres)).ToList();
        try
        {
            await Task.WhenAll(starts);
        }
        finally
        {
            await Task.WhenAll(starts.Where(s => s.IsCompletedSuccessfully).Select(async s => await (await s).DisposeAsync()));
        }

        await using var app = await FondsApp.OpenAsync(folder, postgres);
        var budgets = app.City.Funds.SelectMany(f => f.Budgets.Select(b => (f.Key, b.Year, b.Amount.Value.Cents)));
        var allotted = await app.Read(db => db.LedgerEntries.AsNoTracking().ToListAsync());
        Assert.Equal(budgets.Order(), allotted.Select(e => (e.FundKey, e.Year, e.Amount.Cents)).Order());
        Assert.Equal(app.City.City.Accounts.Count, await app.Read(db => db.Users.CountAsync()));
        await app.AssertSoundAsync();
    }

    [PostgresFact]
    public async Task Live_processes_share_events_timers_and_messages_and_the_death_of_one_costs_nothing()
    {
        var (app, workflows, instances, cookie) = await Scene();
        var processes = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => AppProcess.StartAsync(app.Folder, app.Postgres, $"--Fonds:Workflows={workflows}")));
        ConcurrentBag<(Guid Instance, string Answer)> answers = [];

        // Every event reaches two processes at once; in the middle of it the last process is killed.
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(async number =>
        {
            using var client = processes[number].Client(cookie);
            foreach (var (instance, index) in instances.Select((instance, index) => (instance, index)).Where(i => i.index % Processes != number))
            {
                if (number == Processes - 1 && index > Instances / 2)
                {
                    await processes[number].KillAsync();
                    return;
                }

                answers.Add((instance, await Go(client, instance)));
            }
        }));
        await using var end = await FondsApp.OpenAsync(app.Folder, app.Postgres, DateTimeOffset.UtcNow, adjust: null, $"--Fonds:Workflows={workflows}");
        await Finished(end);
        await Task.WhenAll(processes.Select(p => p.DisposeAsync().AsTask()));

        Assert.All(answers.GroupBy(a => a.Instance), same => Assert.Equal(1, same.Count(a => a.Answer == nameof(Answer.Accepted))));
        Assert.All(answers, a => Assert.Contains(a.Answer, (string[])[nameof(Answer.Accepted), nameof(Answer.AlreadyDone)]));
        var rows = await end.Read(db => db.WorkflowInstances.AsNoTracking().ToListAsync());
        Assert.Equal((Instances, Instances), (rows.Count(r => r.DefinitionId == "parent"), rows.Count(r => r.DefinitionId == "child")));
        Assert.All(rows, r => Assert.Equal((nameof(InstanceStatus.Finished), r.DefinitionId == "parent" ? 4 : 2), (r.Status, r.Bursts)));
        Assert.Equal(Instances, rows.Select(r => r.ParentInstanceId).OfType<Guid>().Distinct().Count());
        Assert.All(await end.Messages(), m => Assert.Equal((nameof(Answer.Accepted), null), (m.Answer, m.DueAt)));
        Assert.Equal(0, await end.Read(db => db.Bookmarks.CountAsync()));
        await end.AssertSoundAsync();
    }

    [Fact]
    public async Task Nodes_that_publish_one_new_version_together_publish_it_once()
    {
        await using var one = await FondsApp.StartAsync();
        await using var other = await FondsApp.OpenAsync(one.Folder, one.Postgres);
        other.Keep = true;

        for (var version = 1; version <= 10; version++)
        {
            await Task.WhenAll(new[] { one, other }.Select(app => Task.Run(() => app.Publish("child", Child, version))));
        }

        Assert.Equal(Enumerable.Range(1, 10), await one.Read(db => db.Definitions.Where(d => d.DefinitionId == "child").OrderBy(d => d.Version).Select(d => d.Version).ToListAsync()));
    }

    /// <summary>Parents that wait for their event; none of the processes has heard of the two workflows but by their files.</summary>
    private static async Task<(FondsApp App, string Workflows, List<Guid> Instances, string Cookie)> Scene()
    {
        await using var app = await FondsApp.StartAsync(DateTimeOffset.UtcNow);
        app.Keep = true;
        var workflows = Directory.CreateDirectory(Path.Combine(app.Folder, "workflows")).FullName;
        foreach (var file in Directory.EnumerateFiles(app.Services.GetRequiredService<FondsPaths>().Workflows, "*.json"))
        {
            File.Copy(file, Path.Combine(workflows, Path.GetFileName(file)));
        }

        foreach (var (id, flow) in new[] { ("parent", Parent), ("child", Child) })
        {
            await app.Publish(id, flow);
            await File.WriteAllTextAsync(Path.Combine(workflows, $"{id}.v1.json"), DefinitionWriter.Write(flow.Build($"{id}:1") with { DefinitionId = id, Version = 1 }));
        }

        List<Guid> instances = [];
        for (var i = 0; i < Instances; i++)
        {
            instances.Add(await app.Start("parent"));
        }

        return (app, workflows, instances, TestSignIn.Cookie(app.Services, app.As("verwaltung@demo.example").Actor));
    }

    private static async Task<string> Go(HttpClient client, Guid instance)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/workflows/event") { Content = JsonContent.Create(new { name = "go", instanceId = instance }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement[0].GetProperty("answer").GetString()!;
    }

    /// <summary>Waits until the processes that live have brought everything to its end.</summary>
    private static async Task Finished(FondsApp app)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await app.Read(db => db.WorkflowInstances.AnyAsync(i => i.Status != nameof(InstanceStatus.Finished))) || await app.Read(db => db.WorkflowMessages.AnyAsync(m => m.DueAt != null)))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
