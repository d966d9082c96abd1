using System.Diagnostics;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.Benchmarks.App;

/// <summary>
/// Commands per second through the whole stack (mediator, guards, idempotency, rules, engine, audit chain, one synchronous commit) beside bare EF inserts of the same rows,
/// one transaction each, on the same file settings, in the same run. Goal: at least 0.5.
/// </summary>
internal static class CommandBenchmarks
{
    private const int Commands = 300;
    private const int Rounds = 7;

    public static async Task RunAsync(TextWriter output, Scorecard card)
    {
        output.WriteLine("Commands through the whole stack beside bare EF inserts of the same rows (SQLite, WAL, synchronous FULL)");
        output.WriteLine("round | commands/s | bare EF/s | ratio (goal >= 0.5)");
        List<double> ratios = [];
        for (var round = 1; round <= Rounds; round++)
        {
            await using var app = await FondsApp.StartAsync(adjust: null);
            var reviews = await ReviewScene.SubmitAsync(app, Commands);
            var stack = await Rate(Commands, i => app.As(ReviewScene.Management).Send(reviews[i], key: $"b{i}"));
            var rows = await Copies(app);
            var bare = await Rate(rows.Count, i => Insert(app, rows[i]));
            ratios.Add(stack / bare);
            output.WriteLine(FormattableString.Invariant($"{round,5} | {stack,10:N0} | {bare,9:N0} | {stack / bare:N2}"));
        }

        card.AtLeast(0.5, Scorecard.Median(ratios), "commands/s through the whole stack / bare EF inserts of the same rows");
        output.WriteLine();
    }

    private static async Task<double> Rate(int count, Func<int, Task> act)
    {
        await act(0);
        var watch = Stopwatch.StartNew();
        for (var i = 1; i < count; i++)
        {
            await act(i);
        }

        return (count - 1) / watch.Elapsed.TotalSeconds;
    }

    /// <summary>What one forwarded review wrote, as new rows: review, instance, bookmark, assignment, reminder, journal, audit entry, receipt.</summary>
    private static async Task<List<object[]>> Copies(FondsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();
        List<object[]> copies = [];
        var audit = await db.AuditEntries.Where(e => e.Command == "ForwardReview").OrderBy(e => e.Sequence).ToListAsync();
        var receipts = await db.CommandReceipts.Where(r => r.Command == "ForwardReview").ToListAsync();
        foreach (var (index, entry) in audit.Index())
        {
            var instance = await db.WorkflowInstances.SingleAsync(i => i.ApplicationId == entry.Subject);
            var assignment = await db.Assignments.SingleAsync(a => a.ApplicationId == entry.Subject && a.CompletedAt == null);
            copies.Add(
            [
                Copy(db, await db.Reviews.SingleAsync(r => r.ApplicationId == entry.Subject), ("Id", Guid.CreateVersion7()), ("ApplicationId", Guid.CreateVersion7())),
                Copy(db, instance, ("Id", Guid.CreateVersion7())),
                Copy(db, await db.Bookmarks.SingleAsync(b => b.InstanceId == instance.Id), ("Id", Guid.CreateVersion7())),
                Copy(db, assignment, ("Id", Guid.CreateVersion7()), ("BookmarkId", Guid.CreateVersion7().ToString())),
                Copy(db, await db.Reminders.SingleAsync(r => r.Id == assignment.Id), ("Id", Guid.CreateVersion7())),
                Copy(db, await db.Journal.OrderByDescending(j => j.Burst).FirstAsync(j => j.InstanceId == instance.Id), ("Burst", 1_000)),
                Copy(db, entry, ("Sequence", entry.Sequence + 1_000_000)),
                Copy(db, receipts[index], ("Key", "copy" + receipts[index].Key)),
            ]);
        }

        return copies;
    }

    private static object Copy(FondsDb db, object row, params (string Property, object Value)[] keys)
    {
        var values = db.Entry(row).CurrentValues.Clone();
        foreach (var (property, value) in keys)
        {
            values[property] = value;
        }

        return values.ToObject();
    }

    private static async Task Insert(FondsApp app, object[] rows)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
