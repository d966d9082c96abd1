using System.Diagnostics;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Reviews.Forward;
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
    private const int Commands = 200;
    private const int Turn = 20;

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("Commands through the whole stack beside bare EF inserts of the same rows (SQLite, WAL, synchronous FULL), in turns of 20");
        await using var app = await FondsApp.StartAsync(adjust: null);
        var reviews = await ReviewScene.SubmitAsync(app, 2 * Commands);
        await Forward(app, reviews, from: 0, count: Commands);
        var rows = await Copies(app);
        TimeSpan stack = default, bare = default;
        for (var from = 0; from < Commands; from += Turn)
        {
            stack += await Time(() => Forward(app, reviews, Commands + from, Turn));
            bare += await Time(() => Insert(app, rows, from, Turn));
        }

        output.WriteLine("commands/s | bare EF/s | ratio (goal >= 0.5)");
        output.WriteLine(FormattableString.Invariant($"{Commands / stack.TotalSeconds,10:N0} | {Commands / bare.TotalSeconds,9:N0} | {bare / stack:N2}"));
        output.WriteLine();
    }

    private static async Task<TimeSpan> Time(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }

    private static async Task Forward(FondsApp app, IReadOnlyList<ForwardReview> reviews, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await app.As(ReviewScene.Management).Send(reviews[i], key: $"b{i}");
        }
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
                Copy(db, await db.Reminders.SingleAsync(r => r.AssignmentId == assignment.Id), ("AssignmentId", Guid.CreateVersion7())),
                Copy(db, await db.Journal.OrderByDescending(j => j.Burst).FirstAsync(j => j.InstanceId == instance.Id), ("Burst", 1_000)),
                Copy(db, entry, ("Sequence", -entry.Sequence)),
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

    private static async Task Insert(FondsApp app, List<object[]> rows, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await Insert(app, rows[i]);
        }
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
