using System.Globalization;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Testing;

namespace FondsWorkflow.Benchmarks.Engine;

/// <summary>The engine in memory: a start and four events, switches, JavaScript conditions, a parallel timer branch, two custom activities.</summary>
internal static class EngineBenchmarks
{
    private const int Instances = 20_000;
    private const int EventsEach = 5;

    /// <summary>Runs the instances with the snapshot kept as an object and with the snapshot stored as JSON after every event, and prints a table.</summary>
    public static async Task RunAsync(TextWriter output, Scorecard card)
    {
        var engine = new WorkflowEngine(BenchWorkflow.AddTo(new ActivityRegistry()));
        var definition = Read(engine);
        await RunAsync(engine, definition, 2_000, stores: true);
        await output.WriteLineAsync("engine in memory             events/s   µs/event   CPU µs/event   KB/event");
        foreach (var stores in (bool[])[false, true])
        {
            var (time, cpu, bytes) = await RunAsync(engine, definition, Instances, stores);
            var events = (double)Instances * EventsEach;
            if (!stores)
            {
                card.AtLeast(30_000, events / time.TotalSeconds, "engine in memory: events/s");
                card.AtMost(20, bytes / events / 1024, "engine in memory: KB allocated per event");
            }

            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(stores ? "snapshot as JSON per event" : "snapshot as object"),-28} {events / time.TotalSeconds,8:N0}   {time.TotalMicroseconds / events,8:N1}   {cpu.TotalMicroseconds / events,12:N1}   {bytes / events / 1024,8:N1}"));
        }
    }

    private static WorkflowDefinition Read(WorkflowEngine engine)
    {
        var result = DefinitionReader.Read(BenchWorkflow.Definition, "benchmark.json", engine.Registry.Catalogue);
        return result.Definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    }

    private static async Task<(TimeSpan Time, TimeSpan Cpu, long Bytes)> RunAsync(WorkflowEngine engine, WorkflowDefinition definition, int instances, bool stores)
    {
        var context = new BurstContext(DateTimeOffset.UnixEpoch, new CountingIds(), new TestServices().Add(new BenchWorkflow.Counter()));
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Amount"] = 1250 };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < instances; i++)
        {
            var burst = await engine.RunAsync(definition, null, new Stimulus.Start(context.Ids.Next(), "a", inputs), context);
            foreach (var name in BenchWorkflow.Events)
            {
                var snapshot = stores ? WorkflowSnapshot.FromJson(burst.Snapshot.ToUtf8()) : burst.Snapshot;
                burst = await engine.RunAsync(definition, snapshot, new Stimulus.PublishedEvent(name, BenchWorkflow.Yes), context);
            }

            if (stores) burst.Snapshot.ToUtf8();
            if (burst.Status != InstanceStatus.Finished) throw new InvalidOperationException($"Instance {i} is {burst.Status}.");
        }

        return (watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
