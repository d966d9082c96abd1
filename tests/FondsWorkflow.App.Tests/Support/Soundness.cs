using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>What holds in every database at every moment: snapshot, journal, bookmarks, incidents, assignments, ledger and audit chain tell the same story.</summary>
internal static class Soundness
{
    public static async Task AssertSoundAsync(this FondsApp app)
    {
        Assert.True((await app.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
        var ledgers = (await app.Read(db => db.LedgerEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync())).GroupBy(e => (e.FundKey, e.Year));
        Assert.All(ledgers, l => Assert.Null(LedgerProof.Check([.. l])));
        foreach (var instance in await app.Read(db => db.WorkflowInstances.AsNoTracking().ToListAsync()))
        {
            await app.AssertSoundAsync(instance);
        }
    }

    private static async Task AssertSoundAsync(this FondsApp app, WorkflowInstanceRow row)
    {
        var snapshot = WorkflowSnapshot.FromJson(row.Snapshot);
        Assert.Equal((row.Status, row.Stage), (snapshot.Status.ToString(), Stages.Of(snapshot)));
        var bookmarks = await app.Read(db => db.Bookmarks.AsNoTracking().Where(b => b.InstanceId == row.Id).ToListAsync());
        Assert.Equal(
            snapshot.Bookmarks.Select(b => (b.Id, b.ActivityId, b.ResumeAt, b.EventName ?? b.Name)).OrderBy(b => b.Id),
            bookmarks.Select(b => (b.Id, b.ActivityId, b.ResumeAt, b.Name)).OrderBy(b => b.Id));
        var incidents = await app.Read(db => db.Incidents.AsNoTracking().Where(i => i.InstanceId == row.Id && i.ResolvedAt == null).ToListAsync());
        Assert.Equal(snapshot.Incidents.Select(i => (i.Id, i.RetryAt)).OrderBy(i => i.Id), incidents.Select(i => (i.Id, i.RetryAt)).OrderBy(i => i.Id));
        var id = row.Id.ToString("D");
        var open = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.InstanceId == id && a.CompletedAt == null && a.CancelledAt == null).ToListAsync());
        Assert.Equal(
            snapshot.Bookmarks.Where(b => b.ActivityType.StartsWith("Fonds.", StringComparison.Ordinal)).Select(b => (b.Id.ToString("D"), b.ActivityId)).Order(),
            open.Select(a => (a.BookmarkId, a.Step)).Order());
        await app.AssertReplaysAsync(row);
    }

    private static async Task AssertReplaysAsync(this FondsApp app, WorkflowInstanceRow row)
    {
        var journal = await app.Read(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == row.Id).OrderBy(j => j.Burst).Select(j => j.Record).ToListAsync());
        var (store, engine) = (app.Services.GetRequiredService<DefinitionStore>(), app.Services.GetRequiredService<WorkflowEngine>());
        var migrations = await app.Read(db => db.Migrations.AsNoTracking().Where(m => m.DefinitionId == row.DefinitionId).ToDictionaryAsync(m => m.Id));
        Task<WorkflowDefinition> Version(int version) => store.GetAsync(row.DefinitionId, version, CancellationToken.None).AsTask();
        var first = journal.Select(MigrationIn).FirstOrDefault(m => m is not null);
        var definition = await Version(first is null ? row.DefinitionVersion : migrations[first.Migration].FromVersion);
        WorkflowSnapshot? snapshot = null;
        Dictionary<Guid, WorkflowSnapshot> before = [];
        foreach (var record in journal)
        {
            if (MigrationIn(record) is not { } moved)
            {
                snapshot = await engine.ReplayAsync(definition, [BurstRecord.FromJson(record)], snapshot);
                continue;
            }

            var migration = migrations[moved.Migration];
            var (from, to) = (await Version(migration.FromVersion), await Version(migration.ToVersion));
            (snapshot, definition) = moved.IsUndo
                ? (WorkflowEngine.Undo(before[moved.Migration], snapshot!, moved.Now).Snapshot!, from)
                : (engine.Migrate(MigrationPlans.Of(migration, from.Id, to.Id), from, to, before[moved.Migration] = snapshot!, moved.Now).Snapshot, to);
        }

        Assert.Equal(row.Bursts, journal.Count);
        var numbers = (await app.Read(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == row.Id).OrderBy(j => j.Burst).ToListAsync())).SelectMany(JournalText.Read).Select(e => e.Number).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(row.Snapshot, snapshot!.ToJson());
    }

    /// <summary>What a journal's record says of a migration; null when it is one of the engine's bursts.</summary>
    private static MigrationRecord? MigrationIn(string record)
    {
        using var json = System.Text.Json.JsonDocument.Parse(record);
        return json.RootElement.TryGetProperty("migration", out _) ? System.Text.Json.JsonSerializer.Deserialize<MigrationRecord>(record, Conversions.Json) : null;
    }
}
