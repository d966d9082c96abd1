using CsCheck;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class EditAndPublishTests
{
    private static readonly ActivityRegistry Registry = new ActivityRegistry().Add<Choose>();

    /// <summary>While an instance runs, other versions are published again and again; its own one is used for each burst, and its path is the one it would have taken alone.</summary>
    [Fact]
    public void Publishing_while_instances_run_never_changes_their_path() =>
        Gen.Select(Block.Random, Block.Random, Gen.Int[0, 1000]).Sample(
            (mine, others, seed) =>
            {
                var versions = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal) { ["test:1"] = BlockChart.Of(mine.Numbered()) };
                var engine = new WorkflowEngine(Registry);

                var alone = Run(engine, versions, seed, publish: null);
                var beside = Run(engine, versions, seed, publish: n => versions[$"test:{n}"] = BlockChart.Of(others.Numbered()) with { Id = $"test:{n}", Version = n });

                Assert.Equal(alone, beside);
            },
            iter: 1_000);

    private static string Run(WorkflowEngine engine, Dictionary<string, WorkflowDefinition> versions, int seed, Action<int>? publish)
    {
        var context = new BurstContext(DateTimeOffset.UnixEpoch, new CountingIds(), new TestServices().Add(new Oracle(seed)));
        var burst = engine.RunAsync(versions["test:1"], null, new Stimulus.Start(Guid.Empty), context).AsTask().GetAwaiter().GetResult();
        for (var n = 2; n < 20 && burst.Snapshot.Bookmarks.Count > 0; n++)
        {
            publish?.Invoke(n);
            var snapshot = WorkflowSnapshot.FromJson(burst.Snapshot.ToJson());
            burst = engine.RunAsync(versions[snapshot.DefinitionVersionId], snapshot, new Stimulus.Resume(snapshot.Bookmarks[0].Id), context).AsTask().GetAwaiter().GetResult();
        }

        return burst.Snapshot.ToJson();
    }
}
