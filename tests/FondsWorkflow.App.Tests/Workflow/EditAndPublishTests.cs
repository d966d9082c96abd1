using CsCheck;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using FondsWorkflow.Engine.Tests.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Workflow;

/// <summary>
/// Random definitions are edited and published again and again, on two nodes that start anew in between, while their instances run.
/// Each instance has a twin in memory that nobody disturbs.
/// </summary>
public sealed class EditAndPublishTests
{
    private const int Instances = 12;
    private const int Rounds = 6;

    private static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Choose>();
    private static readonly Gen<Block> Waiting = Block.Random.Where(b => b.ToString().Split(nameof(BlockKind.Wait)).Length > 4).Select(b => b.Numbered());
    private readonly Random _random = new(2026);

    [Fact]
    public async Task Whatever_is_published_meanwhile_a_running_instance_keeps_its_path()
    {
        var nodes = new[] { await StartAsync(), null! };
        nodes[1] = await BesideAsync(nodes[0]);
        List<Running> running = [];
        for (var n = 0; n < Instances; n++)
        {
            running.Add(await StartAsync(nodes, $"random{n}", Waiting.Single()));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var instance in running)
            {
                await EditAsync(nodes, instance, version: 2 + round);
                await ResumeAsync(Any(nodes), instance);
            }

            var again = round % 2;
            var old = nodes[again];
            nodes[again] = await BesideAsync(nodes[1 - again]);
            await old.DisposeAsync();
        }

        foreach (var instance in running)
        {
            await ReplaysAsync(nodes[0], instance);
        }

        nodes[0].Keep = false;
        nodes[1].Keep = true;
        await nodes[1].DisposeAsync();
        await nodes[0].DisposeAsync();
    }

    private static Task<FondsApp> StartAsync() => FondsApp.StartAsync(adjust: Register);

    private static Task<FondsApp> BesideAsync(FondsApp first)
    {
        first.Keep = true;
        return FondsApp.OpenAsync(first.Folder, first.Postgres, first.Clock.GetUtcNow(), Register);
    }

    private static void Register(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Services.AddSingleton(FundSteps.Registry().Add<Choose>());

    private async Task<Running> StartAsync(FondsApp[] nodes, string name, Block block)
    {
        var instance = new Running(name, block, Guid.CreateVersion7(), new WorkflowTest(Version(name, block, 1), Registry));
        var seed = _random.Next(1000);
        await PublishAsync(nodes[0], instance.Twin.Definition);
        await nodes[0].System.Send(new Do(s => s.GetRequiredService<WorkflowHost>().StartAsync(
            name, new Stimulus.Start(instance.Id, Inputs: new Dictionary<string, object?>(StringComparer.Ordinal) { ["Seed"] = seed }), parent: null, bookmark: null, CancellationToken.None)));
        await instance.Twin.StartAsync(("Seed", seed));
        return instance;
    }

    /// <summary>A changed definition becomes the next version; the same change under a version that is published is refused, on every node.</summary>
    private async Task EditAsync(FondsApp[] nodes, Running instance, int version)
    {
        var edited = instance.Block.With(1 + _random.Next(instance.Block.Count), Waiting.Single());
        await PublishAsync(Any(nodes), Version(instance.Name, edited, version));
        foreach (var node in nodes)
        {
            if (Version(instance.Name, edited, 1).Hash != instance.Twin.Definition.Hash)
            {
                await Assert.ThrowsAsync<StartRefused>(() => PublishAsync(node, Version(instance.Name, edited, 1)));
            }
        }
    }

    private async Task ResumeAsync(FondsApp node, Running instance)
    {
        var bookmarks = (await node.Snapshot(instance.Id)).Bookmarks;
        if (bookmarks.Count > 0)
        {
            var next = _random.Next(bookmarks.Count);
            await node.Stimulate(instance.Id, new Stimulus.Resume(bookmarks[next].Id));
            await instance.Twin.SendAsync(new Stimulus.Resume(instance.Twin.Snapshot.Bookmarks[next].Id));
        }

        var standing = Standing(await node.Snapshot(instance.Id));
        Assert.True(Standing(instance.Twin.Snapshot) == standing, $"{instance.Block} should be {Standing(instance.Twin.Snapshot)} and is {standing}");
    }

    /// <summary>The journal of an instance, replayed with the definition it began with, gives the snapshot that is stored.</summary>
    private static async Task ReplaysAsync(FondsApp node, Running instance)
    {
        var records = await node.Read(db => db.Journal.Where(j => j.InstanceId == instance.Id).OrderBy(j => j.Burst).Select(j => j.Record).ToListAsync());
        var engine = new WorkflowEngine(Registry, new EngineOptions { TimeZone = BerlinTime.Zone });

        var replayed = await engine.ReplayAsync(instance.Twin.Definition, records.Select(BurstRecord.FromJson));

        Assert.Equal(replayed.ToJson(), (await node.Snapshot(instance.Id)).ToJson());
        Assert.Equal(instance.Twin.Records.Count, records.Count);
    }

    private static string Standing(WorkflowSnapshot snapshot) =>
        $"{snapshot.Status} of {snapshot.DefinitionVersionId} at {string.Join(' ', snapshot.Bookmarks.Select(b => b.ActivityId))} after {string.Join(' ', snapshot.Burned.Select(b => b.ActivityId))} "
        + string.Join(' ', snapshot.Variables.OrderBy(v => v.Key, StringComparer.Ordinal));

    private static WorkflowDefinition Version(string name, Block block, int version) => BlockChart.Of(block) with { Id = $"{name}:{version}", DefinitionId = name, Version = version };

    private static Task PublishAsync(FondsApp node, WorkflowDefinition definition) => node.Use<DefinitionPublisher, int>(async p =>
    {
        await p.PublishAsync(DefinitionWriter.Write(definition), $"{definition.DefinitionId}.v{definition.Version}.json", CancellationToken.None);
        return 0;
    });

    private FondsApp Any(FondsApp[] nodes) => nodes[_random.Next(nodes.Length)];

    private sealed record Running(string Name, Block Block, Guid Id, WorkflowTest Twin);
}
