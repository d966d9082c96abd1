using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.Benchmarks.Engine;

/// <summary>
/// What the durable host wrote for one instance, event by event, written again without an engine: by bare Microsoft.Data.Sqlite, and by plain EF.
/// Each event reads the instance, updates it, adds a journal row, takes a bookmark away and adds one, in one transaction with synchronous FULL.
/// Plain EF is EF as it comes, with its savepoints.
/// </summary>
internal sealed class SameBytes(string snapshot, IReadOnlyList<JournalRow> journal)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public int EventsEach => journal.Count;

    /// <summary>Reads what one finished instance wrote; the snapshot is the one it waited with.</summary>
    public static async Task<SameBytes> OfAsync(DurableScene scene, Guid waiting, Guid finished)
        => new(
            await scene.App.Read(db => db.WorkflowInstances.Where(i => i.Id == waiting).Select(i => i.Snapshot).SingleAsync()),
            await scene.App.Read(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == finished).OrderBy(j => j.Burst).ToListAsync()));

    public async Task RawInstanceAsync(SqliteConnection connection)
    {
        var id = Guid.CreateVersion7();
        for (var n = 0; n < journal.Count; n++)
        {
            await _gate.WaitAsync();
            try
            {
                using var transaction = connection.BeginTransaction();
                if (n == 0)
                {
                    Execute(connection, transaction, "INSERT INTO I VALUES ($a,'bench',1,'c1','Suspended','Elsa.Event',$b,0,0,0)", id, snapshot);
                }
                else
                {
                    Execute(connection, transaction, "SELECT S FROM I WHERE Id = $a", id);
                    Execute(connection, transaction, "UPDATE I SET S = $b, N = N + 1, At = 1, T = 'Elsa.Event' WHERE Id = $a", id, snapshot);
                    Execute(connection, transaction, "DELETE FROM B WHERE I = $a", id);
                }

                Execute(connection, transaction, "INSERT INTO J VALUES ($a," + n + ",0,'',$b,$c)", id, journal[n].Record, journal[n].Entries);
                Execute(connection, transaction, "INSERT INTO B VALUES ($a,$b,'review','Elsa.Event','Reviewed','c1',NULL)", id, Guid.CreateVersion7());
                transaction.Commit();
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    public async Task EfInstanceAsync(Func<(IAsyncDisposable Scope, FondsDb Db)> open)
    {
        var id = Guid.CreateVersion7();
        for (var n = 0; n < journal.Count; n++)
        {
            var (scope, db) = open();
            await using var ended = scope;
            db.Database.AutoSavepointsEnabled = true;
            await using var turn = await db.WriteGate.EnterAsync(CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var row = n == 0 ? New(db, id) : (await db.WorkflowInstances.FindAsync(id))!;
            row.Snapshot = snapshot + n;
            row.Bursts++;
            if (n > 0)
            {
                db.Bookmarks.Remove(await db.Bookmarks.SingleAsync(b => b.InstanceId == id));
            }

            db.Bookmarks.Add(new BookmarkRow { Id = Guid.CreateVersion7(), InstanceId = id, ActivityId = "review", ActivityType = "Elsa.Event", Name = "Reviewed", CorrelationId = "c1" });
            db.Journal.Add(new JournalRow { InstanceId = id, Burst = n + 1, At = journal[n].At, ActorId = "", Record = journal[n].Record, Entries = journal[n].Entries });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, null, "PRAGMA journal_mode=WAL");
        Execute(connection, null, "PRAGMA synchronous=FULL");
        Execute(connection, null, "PRAGMA busy_timeout=10000");
        Execute(connection, null, "CREATE TABLE IF NOT EXISTS I (Id TEXT PRIMARY KEY, D TEXT, V INT, C TEXT, St TEXT, T TEXT, S TEXT, A INT, At INT, N INT)");
        Execute(connection, null, "CREATE TABLE IF NOT EXISTS J (I TEXT, N INT, At INT, A TEXT, R TEXT, E TEXT, PRIMARY KEY (I, N))");
        Execute(connection, null, "CREATE TABLE IF NOT EXISTS B (I TEXT, Id TEXT, S TEXT, T TEXT, N TEXT, C TEXT, At INT, PRIMARY KEY (I, Id))");
        Execute(connection, null, "CREATE INDEX IF NOT EXISTS IC ON I (C)");
        Execute(connection, null, "CREATE INDEX IF NOT EXISTS BN ON B (N, C)");
        return connection;
    }

    private static WorkflowInstanceRow New(FondsDb db, Guid id)
    {
        var row = new WorkflowInstanceRow
        {
            Id = id,
            DefinitionId = BenchWorkflow.Id,
            DefinitionVersion = 1,
            CorrelationId = "c1",
            Status = "Suspended",
            Stage = "Elsa.Event",
            Snapshot = "",
            StartedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        db.WorkflowInstances.Add(row);
        return row;
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction? transaction, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + (char)('a' + i), values[i]);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetValue(0);
        }
    }
}
