using System.Diagnostics;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Features.Reviews.Forward;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.Benchmarks.App;

/// <summary>
/// Inbox page, one review command and one reminder sweep with 100 and with 100,000 applications stored, measured in turns so that a busy moment of the machine meets both.
/// Goal: at most 1.3 times the cost.
/// </summary>
internal static class GrowthBenchmarks
{
    private const int WarmUp = 10;
    private const int Samples = 100;
    private const int Due = 20;

    public static async Task RunAsync(TextWriter output)
    {
        await using var few = await FondsApp.StartAsync();
        await using var many = await FondsApp.StartAsync();
        var (fewReviews, manyReviews) = (await Fill(few, stored: 100), await Fill(many, stored: 100_000));
        output.WriteLine("Cost with 100 and with 100,000 applications stored (median ms, measured in turns)");
        output.WriteLine("what | 100 | 100,000 | ratio (goal <= 1.3)");
        using var fewClient = few.As(ReviewScene.Management).Http;
        using var manyClient = many.As(ReviewScene.Management).Http;
        await Compare(output, "inbox page", _ => Inbox(fewClient), _ => Inbox(manyClient));
        await Compare(output, "review command", i => Forward(few, fewReviews[i]), i => Forward(many, manyReviews[i]));
        await Compare(output, "reminder sweep", _ => Sweep(few), _ => Sweep(many), before: () => MakeDue(few, many));
        output.WriteLine();
    }

    private static async Task<IReadOnlyList<ForwardReview>> Fill(FondsApp app, int stored)
    {
        var reviews = await ReviewScene.SubmitAsync(app, WarmUp + Samples + Due);
        await StoreFinishedAsync(app, stored);
        await app.Read(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)")); // The copies were stored long ago.
        return reviews;
    }

    private static async Task Inbox(HttpClient client)
    {
        using var answer = await client.GetAsync("/management");
        answer.EnsureSuccessStatusCode();
    }

    private static Task Forward(FondsApp app, ForwardReview review) => app.As(ReviewScene.Management).Send(review);

    private static Task Sweep(FondsApp app) => app.Use<ReminderSweep, int>(s => s.RunAsync(CancellationToken.None));

    private static async Task MakeDue(params FondsApp[] apps)
    {
        foreach (var app in apps)
        {
            var now = app.Clock.GetUtcNow();
            await app.Read(db => db.Reminders.Where(r => r.NextAt != null).OrderBy(r => r.AssignmentId).Take(Due).ExecuteUpdateAsync(u => u.SetProperty(r => r.NextAt, now)));
        }
    }

    private static async Task Compare(TextWriter output, string what, Func<int, Task> few, Func<int, Task> many, Func<Task>? before = null)
    {
        List<double> small = [], large = [];
        for (var i = 0; i < WarmUp + Samples; i++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            small.Add(await Time(few, i));
            large.Add(await Time(many, i));
        }

        output.WriteLine(FormattableString.Invariant($"{what,-15} | {Median(small),7:N2} | {Median(large),7:N2} | {Median(large) / Median(small):N2}"));
    }

    private static async Task<double> Time(Func<int, Task> act, int i)
    {
        var watch = Stopwatch.StartNew();
        await act(i);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Skip(WarmUp).Order().ElementAt(Samples / 2);

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
        })
        {
            stored += await db.Database.ExecuteSqlRawAsync(CopySql(table, key, others, await Columns(db, table), count));
        }

        return stored;
    });

    private static async Task<List<string>> Columns(FondsWorkflow.App.Data.FondsDb db, string table)
        => await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();

    private static string CopySql(string table, string key, string assignments, List<string> columns, int count)
    {
        const string Id = "printf('%08X-0000-7000-8000-%012X', n.i, n.i)";
        var replaced = assignments.Replace("{id}", Id, StringComparison.Ordinal).Split(", \"").Select(a => a.TrimStart('"').Split("\" = ", 2)).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        replaced[key] = Id;
        var values = columns.Select(c => replaced.TryGetValue(c, out var value) ? value : $"s.\"{c}\"");
        return $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
            + $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM \"{table}\" LIMIT 1) s";
    }
}
