using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class ThreadsTests
{
    [Fact]
    public async Task One_engine_serves_many_threads_and_each_instance_is_as_if_alone()
    {
        var engine = new WorkflowEngine(new ActivityRegistry());
        var definition = Chart().Variable("n", "Int32", "0")
            .Add(Node("fork", "FlowFork", ("branches", new[] { "A", "B" })), Wait("a"), Node("b", "Delay", ("timeSpan", "01:00:00")), Node("join", "FlowJoin", ("mode", "WaitAny")))
            .Add(Node("js", "RunJavaScript", ("script", "let s = 0; for (let i = 0; i < 10; i++) s += i; setN(getN() + s); return s;")), Switch("again", ("Again", "getN() < 90")), Node("say", "WriteLine", ("text", Liquid("{{ Variables.n }}"))))
            .Connect("fork:A -> a -> join", "fork:B -> b -> join", "join -> js -> again", "again:Again -> fork", "again:Default -> say").Build();

        var snapshots = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => RunAsync(engine, definition))));

        Assert.Single(snapshots.Distinct(StringComparer.Ordinal));
        Assert.Contains("\"n\":90", snapshots[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_burst_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var registry = new ActivityRegistry().Add<Slow>();
        var test = new WorkflowTest(Chart().Add(Wait("w"), Node("slow", "Test.Slow")).Connect("w -> slow").Build(), registry);
        await test.StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new WorkflowEngine(registry).RunAsync(test.Definition, test.Snapshot, new Stimulus.PublishedEvent("w"), new BurstContext(test.Now, test.Ids, test.Services), cancellation.Token));

        Assert.Equal("w", Assert.Single(test.Snapshot.Bookmarks).ActivityId);
    }

    private static async Task<string> RunAsync(WorkflowEngine engine, FondsWorkflow.Engine.Definitions.WorkflowDefinition definition)
    {
        var context = new BurstContext(DateTimeOffset.UnixEpoch, new CountingIds(), new TestServices());
        var burst = await engine.RunAsync(definition, null, new Stimulus.Start(Guid.Empty), context);
        while (burst.Snapshot.Bookmarks.Count > 0) burst = await engine.RunAsync(definition, burst.Snapshot, new Stimulus.PublishedEvent("a"), context);
        return burst.Snapshot.ToJson();
    }

    [Activity("Test.Slow")]
    internal sealed class Slow : Activity
    {
        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            return ValueTask.CompletedTask;
        }
    }
}
