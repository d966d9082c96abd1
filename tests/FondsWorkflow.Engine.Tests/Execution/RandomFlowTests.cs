using CsCheck;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class RandomFlowTests
{
    private const int MostResumes = 25;
    private static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Choose>();
    private static readonly Gen<(Block Block, int Seed, int[] Picks)> Cases =
        Gen.Select(Block.Random, Gen.Int[0, 1000], Gen.Int[0, 1_000_000].Array[MostResumes]).Select(t => (t.Item1.Numbered(), t.Item2, t.Item3));

    /// <summary>Branches, joins, races, loops and nested charts, resumed in random order, against a model without arrows.</summary>
    [Fact]
    public void A_random_flowchart_takes_the_path_its_structure_means() =>
        Cases.Sample(c => Compare(c.Block, c.Seed, c.Picks), iter: 20_000, print: c => $"{c.Block} seed {c.Seed} picks {string.Join(',', c.Picks.Take(10))}");

    private static void Compare(Block block, int seed, int[] picks)
    {
        var model = new BlockModel(seed);
        var running = model.Start(block);
        var test = new WorkflowTest(BlockChart.Of(block), Registry);
        test.Services.Add(new Oracle(seed));
        test.StartAsync().GetAwaiter().GetResult();
        Same(model, running, test);

        foreach (var pick in picks)
        {
            if (running.IsDone) return;
            var waiting = running.Waiting().Order().ToList();
            var next = waiting[pick % waiting.Count];
            running.Resume(next);
            test.SendAsync(new Stimulus.Resume(test.Snapshot.Bookmarks.First(b => b.ActivityId == $"s{next}").Id)).GetAwaiter().GetResult();
            Same(model, running, test);
        }

        var replayed = test.ReplayAsync().GetAwaiter().GetResult();
        Assert.Equal(test.Snapshot.ToJson(), replayed.ToJson());
    }

    private static void Same(BlockModel model, BlockModel.Running running, WorkflowTest test)
    {
        Assert.Empty(test.Snapshot.Incidents);
        Assert.Equal(running.Waiting().Select(id => $"s{id}").Order(StringComparer.Ordinal), test.Snapshot.Bookmarks.Select(b => b.ActivityId).Order(StringComparer.Ordinal));
        Assert.Equal(running.IsDone, test.Status == InstanceStatus.Finished);
        var ran = test.Journal.Where(e => e is { Kind: JournalKind.Completed, ActivityType: "Elsa.WriteLine" or "Elsa.Event" }).Select(e => e.ActivityId!);
        Assert.Equal(model.Said.Order(StringComparer.Ordinal), ran.Order(StringComparer.Ordinal));
    }
}
