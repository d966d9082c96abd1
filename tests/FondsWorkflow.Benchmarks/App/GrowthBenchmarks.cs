using System.Text;
using System.Diagnostics;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.Benchmarks.App;

/// <summary>Inbox page, one review command and one reminder sweep with 100 and with 100,000 applications stored. Goal: at most 1.3 times the cost.</summary>
internal static class GrowthBenchmarks
{
    private const int Samples = 40;
    private const int Due = 20;

    public static async Task RunAsync(TextWriter output, Scorecard card)
    {
        var few = await MeasureAsync(stored: 100);
        var many = await MeasureAsync(stored: 100_000);
        output.WriteLine("Cost with 100 and with 100,000 applications stored (median ms)");
        output.WriteLine("what | 100 | 100,000 | ratio (goal <= 1.3)");
        foreach (var (name, small, large) in new[] { ("inbox page", few.Inbox, many.Inbox), ("review command", few.Review, many.Review), ("reminder sweep", few.Sweep, many.Sweep) })
        {
            card.AtMost(1.3, large / small, $"{name}: 100,000 stored / 100 stored");
            output.WriteLine(FormattableString.Invariant($"{name,-15} | {small,7:N2} | {large,7:N2} | {large / small:N2}"));
        }

        output.WriteLine();
    }

    private static async Task<(double Inbox, double Review, double Sweep)> MeasureAsync(int stored)
    {
        await using var app = await FondsApp.StartAsync();
        var reviews = await ReviewScene.SubmitAsync(app, Samples + Due);
        await KeepAsync(app);
        await StoreFinishedAsync(app, stored);
        using var client = app.As(ReviewScene.Management).Http;
        var inbox = await Median(async _ => (await client.GetAsync("/management")).EnsureSuccessStatusCode());
        var review = await Median(i => app.As(ReviewScene.Management).Send(reviews[i]));
        List<double> sweeps = [];
        for (var i = 0; i < Samples; i++)
        {
            await app.Read(db => db.Reminders.Where(r => r.NextAt != null).OrderBy(r => r.Id).Take(Due).ExecuteUpdateAsync(u => u.SetProperty(r => r.NextAt, app.Clock.GetUtcNow())));
            var watch = Stopwatch.StartNew();
            await app.Use<ReminderSweep, int>(s => s.RunAsync(CancellationToken.None));
            sweeps.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (inbox, review, Scorecard.Median(sweeps));
    }

    /// <summary>One more of each kind that the others leave nothing of: a stored file, and the receipt of a command.</summary>
    private static async Task KeepAsync(FondsApp app)
    {
        var story = new Story(app);
        var id = await story.Submitted("datei@gruppe.example", attach: Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n"));
        await story.Management.Send(await story.ForwardOf(id), key: "einmal");
    }

    private static async Task<double> Median(Func<int, Task> act)
    {
        List<double> times = [];
        for (var i = 0; i < Samples; i++)
        {
            var watch = Stopwatch.StartNew();
            await act(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Samples / 2);
    }

    /// <summary>Finished applications of earlier years, copied inside the database from one that is there.</summary>
    private static Task<int> StoreFinishedAsync(FondsApp app, int count) => app.Read(async db =>
    {
        var stored = 0;
        foreach (var (table, key, others) in new[]
        {
            ("Applications", "Id", "\"Number\" = 'ALT-2020-' || n.i"),
            ("Assignments", "Id", "\"BookmarkId\" = 'alt-' || n.i, \"CompletedAt\" = 1, \"ApplicationId\" = {id}"),
            ("Reminders", "AssignmentId", "\"NextAt\" = NULL"),
            ("WorkflowInstances", "Id", "\"ApplicationId\" = {id}, \"Status\" = 'Finished'"),
            ("Reviews", "Id", "\"ApplicationId\" = {id}"),
            ("Journal", "InstanceId", ""),
            ("AuditEntries", "Sequence", "\"Sequence\" = 1000000 + n.i, \"Subject\" = {id}"),
            ("Outbox", "Id", "\"Key\" = 'alt-' || n.i, \"DueAt\" = NULL, \"ApplicationId\" = {id}"),
            ("LedgerEntries", "Id", "\"Year\" = 2020, \"Sequence\" = n.i, \"ApplicationId\" = {id}"),
            ("Files", "Id", "\"ApplicationId\" = {id}"),
            ("CommandReceipts", "Key", "\"Key\" = 'alt-' || n.i"),
        })
        {
            var rows = await db.Database.ExecuteSqlRawAsync(CopySql(table, key, others, await Columns(db, table), count));
            stored += rows == count ? rows : throw new InvalidOperationException($"{table} grew by {rows} rows.");
        }

        return stored;
    });

    private static async Task<List<string>> Columns(FondsWorkflow.App.Data.FondsDb db, string table)
        => await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();

    private static string CopySql(string table, string key, string assignments, List<string> columns, int count)
    {
        const string Id = "printf('%08X-0000-7000-8000-%012X', n.i, n.i)";
        var replaced = assignments.Replace("{id}", Id, StringComparison.Ordinal).Split(", \"", StringSplitOptions.RemoveEmptyEntries).Select(a => a.TrimStart('"').Split("\" = ", 2)).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        replaced.TryAdd(key, Id);
        var values = columns.Select(c => replaced.TryGetValue(c, out var value) ? value : $"s.\"{c}\"");
        return $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
            + $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM \"{table}\" LIMIT 1) s";
    }
}
