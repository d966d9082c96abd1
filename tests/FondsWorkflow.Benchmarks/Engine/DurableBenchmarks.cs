using System.Collections.Concurrent;
using System.Diagnostics;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.Benchmarks.Engine;

/// <summary>The durable host on SQLite (WAL, synchronous FULL) beside the same bytes without an engine, in one run.</summary>
internal static class DurableBenchmarks
{
    private const int Instances = 300;
    private const int Rounds = 3;
    private const int Many = 100_000;
    private const int Few = 100;
    private const int Measured = 150;
    private const string NewId = "upper(substr(h,1,8)||'-'||substr(h,9,4)||'-7'||substr(h,14,3)||'-A'||substr(h,18,3)||'-'||substr(h,21,12))";

    public static async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync("durable, SQLite (WAL, FULL)              | events/s |  p50 ms |  p99 ms | KB/event");
        await using (var scene = await DurableScene.StartAsync())
        {
            await RatesAsync(scene, output);
            await StatementsAsync(scene, output);
        }

        await SizeAsync(output);
        await GrowthAsync(output);
    }

    private static async Task RatesAsync(DurableScene scene, TextWriter output)
    {
        var (waiting, finished) = (await scene.StartInstanceAsync(0), await scene.StartInstanceAsync(0));
        await FinishAsync(scene, finished, static (_, act) => act());
        var bytes = await SameBytes.OfAsync(scene, waiting, finished);
        await RawAsync(bytes, clients: 1, instances: 20);
        await DurableAsync(scene, clients: 1, instances: 20);
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await Print(output, $"{round}: host, 1 client", () => DurableAsync(scene, 1, Instances));
            var eight = await Print(output, $"{round}: host, 8 clients", () => DurableAsync(scene, 8, Instances));
            var raw = await Print(output, $"{round}: raw Microsoft.Data.Sqlite, 1 client", () => RawAsync(bytes, 1, Instances));
            await Print(output, $"{round}: raw Microsoft.Data.Sqlite, 8 clients", () => RawAsync(bytes, 8, Instances));
            var ef = await Print(output, $"{round}: plain EF, 1 client", () => EfAsync(scene, bytes, Instances));
            await output.WriteLineAsync(FormattableString.Invariant(
                $"   host/raw {one.Rate / raw.Rate:N2} (goal >= 0.33), host/EF {one.Rate / ef.Rate:N2} (goal >= 1), 8/1 clients {eight.Rate / one.Rate:N2} (goal >= 1), 8 clients p99/p50 {eight.P99 / eight.P50:N1} (goal <= 10), Elsa times {one.Rate / 31:N0} (goal >= 30)"));
        }
    }

    private static async Task StatementsAsync(DurableScene scene, TextWriter output)
    {
        var (statements, commits) = (DurableScene.Count.Statements, DurableScene.Count.Commits);
        await DurableAsync(scene, clients: 1, instances: 50);
        var events = 50.0 * (BenchWorkflow.Events.Length + 1);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"statements per event {(DurableScene.Count.Statements - statements) / events:N1} (goal <= 6), commits per event {(DurableScene.Count.Commits - commits) / events:N1} (goal 1)"));
    }

    private static async Task SizeAsync(TextWriter output)
    {
        await using var scene = await DurableScene.StartAsync();
        var before = await SizeOfAsync(scene.App);
        const int Waiting = 2_000;
        for (var i = 0; i < Waiting; i++)
        {
            await scene.StartInstanceAsync(i);
        }

        await output.WriteLineAsync(FormattableString.Invariant($"database bytes per waiting instance {(await SizeOfAsync(scene.App) - before) / (double)Waiting:N0} (goal < 4,096)"));
    }

    private static async Task GrowthAsync(TextWriter output)
    {
        await using var few = await FilledAsync(Few);
        await using var many = await FilledAsync(Many);
        List<(double Instance, double Correlation)> small = [], large = [];
        for (var round = 0; round < 5; round++)
        {
            small.Add(await CostAsync(few, round));
            large.Add(await CostAsync(many, round));
        }

        double Median(IEnumerable<double> values) => values.Order().ElementAt(2);
        var (a, b) = (Median(small.Select(s => s.Instance)), Median(large.Select(s => s.Instance)));
        await output.WriteLineAsync(FormattableString.Invariant($"event by instance: {a:N2} ms with {Few} waiting, {b:N2} ms with {Many:N0}: ratio {b / a:N2} (goal <= 1.2)"));
        (a, b) = (Median(small.Select(s => s.Correlation)), Median(large.Select(s => s.Correlation)));
        await output.WriteLineAsync(FormattableString.Invariant($"event by correlation: {a:N2} ms with {Few} waiting, {b:N2} ms with {Many:N0}: ratio {b / a:N2} (goal <= 1.2)"));
        var starts = new List<(double Few, double Many)>();
        for (var round = 0; round < 5; round++)
        {
            starts.Add((await StartAsync(few), await StartAsync(many)));
        }

        (a, b) = (Median(starts.Select(s => s.Few)), Median(starts.Select(s => s.Many)));
        await output.WriteLineAsync(FormattableString.Invariant($"start of the host and first sweep: {a:N0} ms with {Few} waiting, {b:N0} ms with {Many:N0}: ratio {b / a:N2} (goal <= 1.1)"));
    }

    private static async Task<Result> Print(TextWriter output, string name, Func<Task<Result>> run)
    {
        var result = await run();
        await output.WriteLineAsync(FormattableString.Invariant($"{name,-40} | {result.Rate,8:N0} | {result.P50,7:N2} | {result.P99,7:N2} | {result.Kilobytes,8:N1}"));
        return result;
    }

    private static Task<Result> DurableAsync(DurableScene scene, int clients, int instances)
        => MeasureAsync(clients, instances, BenchWorkflow.Events.Length + 1, (_, timed) => OneAsync(scene, timed), timedTogether: 1);

    private static async Task OneAsync(DurableScene scene, Func<int, Func<Task>, Task> timed)
    {
        var id = Guid.Empty;
        await timed(0, async () => id = await scene.StartInstanceAsync(1));
        await FinishAsync(scene, id, timed);
    }

    private static async Task FinishAsync(DurableScene scene, Guid id, Func<int, Func<Task>, Task> timed)
    {
        foreach (var (n, name) in BenchWorkflow.Events.Index())
        {
            await timed(n, () => scene.EventAsync(id, name));
        }

        var status = await scene.App.Read(db => db.WorkflowInstances.Where(i => i.Id == id).Select(i => i.Status).SingleAsync());
        if (status != "Finished")
        {
            throw new InvalidOperationException($"The instance is {status}.");
        }
    }

    private static async Task<Result> RawAsync(SameBytes bytes, int clients, int instances)
    {
        var folder = Directory.CreateTempSubdirectory("fonds-raw-");
        var connections = Enumerable.Range(0, clients).Select(_ => SameBytes.Open(Path.Combine(folder.FullName, "raw.db"))).ToList();
        var result = await MeasureAsync(clients, instances, bytes.EventsEach, async (client, timed) => await timed(0, () => bytes.RawInstanceAsync(connections[client])), timedTogether: bytes.EventsEach);
        connections.ForEach(c => c.Dispose());
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return result;
    }

    private static Task<Result> EfAsync(DurableScene scene, SameBytes bytes, int instances)
        => MeasureAsync(1, instances, bytes.EventsEach, async (_, timed) => await timed(0, () => bytes.EfInstanceAsync(() =>
        {
            var scope = scene.App.Services.CreateAsyncScope();
            return (scope, scope.ServiceProvider.GetRequiredService<FondsDb>());
        })), timedTogether: bytes.EventsEach);

    private static async Task<Result> MeasureAsync(int clients, int instances, int eventsEach, Func<int, Func<int, Func<Task>, Task>, Task> run, int timedTogether)
    {
        var times = new ConcurrentBag<double>();
        async Task Timed(int number, Func<Task> act)
        {
            var begun = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds / timedTogether);
        }

        GC.Collect();
        var left = instances;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await run(client, Timed);
            }
        })));
        var elapsed = watch.Elapsed.TotalSeconds;
        var events = (double)instances * eventsEach;
        var sorted = times.Order().ToList();
        return new(events / elapsed, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)], (GC.GetTotalAllocatedBytes(precise: true) - before) / events / 1024);
    }

    /// <summary>Starts those that are measured, and copies one of them in the database until as many wait.</summary>
    private static async Task<DurableScene> FilledAsync(int waiting)
    {
        var scene = await DurableScene.StartAsync();
        for (var i = 0; i < Measured * 10; i++)
        {
            await scene.StartInstanceAsync(i);
        }

        await scene.App.Read(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            Execute(connection, $"CREATE TEMP TABLE N AS WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {waiting}) SELECT n, {NewId} AS Id FROM (SELECT n, hex(randomblob(16)) AS h FROM s)");
            foreach (var (table, key, changed) in new[] { ("WorkflowInstances", "Id", "CorrelationId"), ("Bookmarks", "InstanceId", "CorrelationId"), ("Journal", "InstanceId", "") })
            {
                var columns = db.Model.GetEntityTypes().Single(t => t.GetTableName() == table).GetProperties().Select(p => p.GetColumnName()).ToList();
                var values = columns.Select(c => c == key ? "N.Id" : c == changed ? "'x' || N.n" : $"t.\"{c}\"");
                Execute(connection, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM N, (SELECT * FROM \"{table}\" WHERE \"{key}\" = (SELECT Id FROM WorkflowInstances LIMIT 1)) t");
            }

            Execute(connection, "DROP TABLE N; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
            return 0;
        });
        return scene;
    }

    /// <summary>Milliseconds of one event, by instance and by correlation id: the median of many.</summary>
    private static async Task<(double Instance, double Correlation)> CostAsync(DurableScene scene, int round)
    {
        var first = round * Measured;
        List<double> byInstance = [], byCorrelation = [];
        for (var i = first; i < first + Measured; i++)
        {
            var number = $"c{i}";
            var id = await scene.App.Read(db => db.WorkflowInstances.Where(w => w.CorrelationId == number).Select(w => w.Id).SingleAsync());
            byInstance.Add(await TimeAsync(() => scene.EventAsync(id, "Reviewed")));
            byCorrelation.Add(await TimeAsync(() => scene.CorrelatedEventAsync(i, "Decided")));
        }

        return (byInstance.Order().ElementAt(Measured / 2), byCorrelation.Order().ElementAt(Measured / 2));
    }

    private static Task<double> StartAsync(DurableScene scene) => TimeAsync(async () =>
    {
        await using var again = await scene.ReopenAsync();
        await again.App.Use<FondsWorkflow.App.Features.Timers.TimerSweep, int>(s => s.RunAsync(CancellationToken.None));
    });

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static Task<long> SizeOfAsync(FondsApp app) => app.Read(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        return new FileInfo(Path.Combine(app.Folder, "fonds.db")).Length;
    });

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Result(double Rate, double P50, double P99, double Kilobytes);
}
