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
    private const int Rounds = 9;
    private const int WarmUp = 600;
    private const int ReadsToCheck = 1;
    private const int Many = 100_000;
    private const int Few = 100;
    private const double ElsaRate = 31;
    private const double ElsaRateOfTwo = 21;
    private const int Measured = 150;
    private const string NewId = "upper(substr(h,1,8)||'-'||substr(h,9,4)||'-7'||substr(h,14,3)||'-A'||substr(h,18,3)||'-'||substr(h,21,12))";

    private static readonly int[] Clients = [1, 2, 4, 8];

    public static async Task RunAsync(TextWriter output, Scorecard card)
    {
        await output.WriteLineAsync("durable, SQLite (WAL, FULL)              | events/s |  p50 ms |  p99 ms | KB/event");
        await using (var scene = await DurableScene.StartAsync())
        {
            await RatesAsync(scene, output, card);
            await StatementsAsync(scene, card);
        }

        await SizeAsync(card);
        await GrowthAsync(output, card);
    }

    private static async Task RatesAsync(DurableScene scene, TextWriter output, Scorecard card)
    {
        var (waiting, finished) = (await scene.StartInstanceAsync(0), await scene.StartInstanceAsync(0));
        await FinishAsync(scene, finished, static (_, act) => act());
        await CheckAsync(scene, [finished]);
        var bytes = await SameBytes.OfAsync(scene, waiting, finished);
        await DurableAsync(scene, clients: 1, WarmUp);
        await EfAsync(scene, bytes, clients: 1, WarmUp);
        await RawAsync(bytes, clients: 1, WarmUp);
        var rounds = new List<Round>();
        for (var round = 1; round <= Rounds; round++)
        {
            var host = new SortedList<int, Result>();
            foreach (var clients in round % 2 == 0 ? Clients : Clients.Reverse())
            {
                host.Add(clients, await Print(output, $"{round}: host, {clients} clients", () => DurableAsync(scene, clients, Instances)));
            }

            var raw = await Print(output, $"{round}: raw Microsoft.Data.Sqlite, 1 client", () => RawAsync(bytes, 1, Instances));
            var rawMany = await Print(output, $"{round}: raw Microsoft.Data.Sqlite, 8 clients", () => RawAsync(bytes, 8, Instances));
            var ef = await Print(output, $"{round}: plain EF, 1 client", () => EfAsync(scene, bytes, clients: 1, Instances));
            rounds.Add(new([.. host.Values], raw, rawMany, ef, await Print(output, $"{round}: plain EF, 8 clients", () => EfAsync(scene, bytes, clients: 8, Instances))));
        }

        double Median(Func<Round, double> value) => Scorecard.Median(rounds.Select(value));
        card.AtLeast(0.33, Median(r => r.Host[0].Rate / r.Raw.Rate), "durable, 1 client: events/s beside raw SQLite, same bytes");
        card.AtLeast(0.33, Median(r => r.Host[^1].Rate / r.RawMany.Rate), "durable, 8 clients: events/s beside raw SQLite, same bytes");
        card.AtLeast(1, Median(r => r.Host[0].Rate / r.Ef.Rate), "durable, 1 client: events/s beside plain EF, same rows");
        card.AtLeast(1, Median(r => r.Host[^1].Rate / r.EfMany.Rate), "durable, 8 clients: events/s beside plain EF, same rows");
        card.AtLeast(30, Median(r => r.Host[0].Rate) / ElsaRate, "durable, 1 client: events/s beside Elsa 3.7.1 (31, elsa-format §8)");
        card.AtLeast(30, Median(r => r.Host[1].Rate) / ElsaRateOfTwo, "durable, 2 clients: events/s beside Elsa 3.7.1 (21, elsa-format §8)");
        foreach (var (n, clients) in Clients.Index().Skip(1))
        {
            card.AtLeast(1, Median(r => r.Host[n].Rate / r.Host[0].Rate), $"durable: events/s of {clients} clients beside one");
        }

        card.AtMost(10, Median(r => r.Host[^1].P99 / r.Host[^1].P50), "durable, 8 clients: p99 / p50");
        card.AtMost(100, Median(r => r.Host[0].Kilobytes), "durable: KB allocated per event");
    }

    private static async Task StatementsAsync(DurableScene scene, Scorecard card)
    {
        foreach (var (clients, who) in new[] { (1, "1 client"), (8, "8 clients") })
        {
            var (statements, commits) = (DurableScene.Count.Statements, DurableScene.Count.Commits);
            await DurableAsync(scene, clients, instances: 50);
            var events = 50.0 * (BenchWorkflow.Events.Length + 1);
            card.AtMost(1, (DurableScene.Count.Commits - commits) / events, $"durable, {who}: commits per event");
            card.AtMost(6, (DurableScene.Count.Statements - statements - ReadsToCheck) / events, $"durable, {who}: statements per event, reads and savepoints too");
        }
    }

    private static async Task SizeAsync(Scorecard card)
    {
        await using var scene = await DurableScene.StartAsync();
        var before = await SizeOfAsync(scene.App);
        const int Waiting = 2_000;
        for (var i = 0; i < Waiting; i++)
        {
            await scene.StartInstanceAsync(i);
        }

        card.AtMost(4_096, (await SizeOfAsync(scene.App) - before) / (double)Waiting, "durable: database bytes per waiting instance");
    }

    private static async Task GrowthAsync(TextWriter output, Scorecard card)
    {
        await using var few = await FilledAsync(Few);
        await using var many = await FilledAsync(Many);
        List<(double Instance, double Correlation, double Start)> small = [], large = [];
        for (var round = 0; round < 5; round++)
        {
            small.Add(await CostAsync(few, round));
            large.Add(await CostAsync(many, round));
        }

        foreach (var (what, goal, of) in new (string, double, Func<(double Instance, double Correlation, double Start), double>)[]
        {
            ("event by instance", 1.2, c => c.Instance), ("event by correlation id", 1.2, c => c.Correlation), ("start of the host and first sweep", 1.1, c => c.Start),
        })
        {
            var (a, b) = (Scorecard.Median(small.Select(of)), Scorecard.Median(large.Select(of)));
            await output.WriteLineAsync(FormattableString.Invariant($"{what}: {a:N2} ms with {Few} waiting, {b:N2} ms with {Many:N0}"));
            card.AtMost(goal, b / a, FormattableString.Invariant($"{what}: {Many:N0} waiting / {Few} waiting"));
        }
    }

    private static async Task<Result> Print(TextWriter output, string name, Func<Task<Result>> run)
    {
        var result = await run();
        await output.WriteLineAsync(FormattableString.Invariant($"{name,-40} | {result.Rate,8:N0} | {result.P50,7:N2} | {result.P99,7:N2} | {result.Kilobytes,8:N1}"));
        return result;
    }

    private static async Task<Result> DurableAsync(DurableScene scene, int clients, int instances)
    {
        var ids = new ConcurrentBag<Guid>();
        var result = await MeasureAsync(clients, instances, BenchWorkflow.Events.Length + 1, async (_, timed) => ids.Add(await OneAsync(scene, timed)), timedTogether: 1);
        await CheckAsync(scene, ids);
        return result;
    }

    private static async Task<Guid> OneAsync(DurableScene scene, Func<int, Func<Task>, Task> timed)
    {
        var id = Guid.Empty;
        await timed(0, async () => id = await scene.StartInstanceAsync(1));
        await FinishAsync(scene, id, timed);
        return id;
    }

    private static async Task FinishAsync(DurableScene scene, Guid id, Func<int, Func<Task>, Task> timed)
    {
        foreach (var (n, name) in BenchWorkflow.Events.Index())
        {
            await timed(n, () => scene.EventAsync(id, name));
        }
    }

    private static async Task CheckAsync(DurableScene scene, IReadOnlyCollection<Guid> ids)
    {
        var finished = await scene.App.Read(db => db.WorkflowInstances.CountAsync(i => ids.Contains(i.Id) && i.Status == "Finished"));
        if (finished != ids.Count)
        {
            throw new InvalidOperationException($"{finished} of {ids.Count} instances are finished.");
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

    private static Task<Result> EfAsync(DurableScene scene, SameBytes bytes, int clients, int instances)
        => MeasureAsync(clients, instances, bytes.EventsEach, async (_, timed) => await timed(0, () => bytes.EfInstanceAsync(() =>
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

    /// <summary>As many wait as are said, none more: one that was started, copied in the database.</summary>
    private static async Task<DurableScene> FilledAsync(int waiting)
    {
        var scene = await DurableScene.StartAsync();
        await scene.StartInstanceAsync(0);
        await scene.App.Read(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            Execute(connection, $"CREATE TEMP TABLE N AS WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {waiting - 1}) SELECT n, {NewId} AS Id FROM (SELECT n, hex(randomblob(16)) AS h FROM s)");
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

    /// <summary>Milliseconds of one event by instance, of one by correlation id, and of a start: medians. What is measured is started for it and ended after it, so the number of those that wait stays.</summary>
    private static async Task<(double Instance, double Correlation, double Start)> CostAsync(DurableScene scene, int round)
    {
        List<double> byInstance = [], byCorrelation = [];
        for (var i = 1 + (round * Measured); i <= (round + 1) * Measured; i++)
        {
            var id = await scene.StartInstanceAsync(i);
            byInstance.Add(await TimeAsync(() => scene.EventAsync(id, "Reviewed")));
            byCorrelation.Add(await TimeAsync(() => scene.CorrelatedEventAsync(i, "Decided")));
            await scene.EventAsync(id, "Paid");
            await scene.EventAsync(id, "Proven");
        }

        return (Scorecard.Median(byInstance), Scorecard.Median(byCorrelation), await StartAsync(scene));
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

    /// <summary>What was measured side by side: the host by number of clients, raw SQLite and plain EF, each with one and with eight.</summary>
    private sealed record Round(IReadOnlyList<Result> Host, Result Raw, Result RawMany, Result Ef, Result EfMany);

    private sealed record Result(double Rate, double P50, double P99, double Kilobytes);
}
