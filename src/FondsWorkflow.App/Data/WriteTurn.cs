using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>
/// One command's part of a transaction: all of it or nothing. The first begins the transaction on its own connection; who follows works there too, after a savepoint, and gives the connection back. Whatever fails, the turn never stays with who failed.
/// </summary>
internal sealed class WriteTurn : IAsyncDisposable
{
    private const string Savepoint = "turn";

    private readonly WriteGate? _gate;
    private readonly FondsDb _db;
    private readonly SharedCommit _shared;
    private readonly bool _joined;
    private bool _over;

    private WriteTurn(WriteGate? gate, FondsDb db, SharedCommit shared, bool joined)
    {
        (_gate, _db, _shared, _joined) = (gate, db, shared, joined);
    }

    public static async Task<WriteTurn> BeginAsync(WriteGate? gate, FondsDb db, TimeProvider clock, CancellationToken cancellationToken)
        => new(gate, db, new SharedCommit(await db.Database.BeginTransactionAsync(cancellationToken), db.Database.GetDbConnection(), clock), joined: false);

    public static async Task<WriteTurn> JoinAsync(WriteGate gate, FondsDb db, SharedCommit shared)
    {
        var turn = new WriteTurn(gate, db, shared, joined: true);
        try
        {
            await shared.JoinAsync(db);
            await db.Database.CurrentTransaction!.CreateSavepointAsync(Savepoint);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when everything that was saved is on the disk.</summary>
    public async Task CommitAsync()
    {
        if (_joined)
        {
            await _db.Database.CurrentTransaction!.ReleaseSavepointAsync(Savepoint);
            await _shared.LeaveAsync(_db);
        }

        _over = true;
        await _shared.GoOnAsync(_gate);
        await _shared.Ended;
    }

    /// <summary>Takes back what was not committed; what others did in the same transaction stays, and is on the disk when this ends: a refusal may have seen it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        if (!_joined)
        {
            await _shared.DropAsync(_gate);
            return;
        }

        try
        {
            await TakeBackAsync();
        }
        catch (Exception e)
        {
            await _shared.LoseAsync(_gate, e);
            return;
        }

        await _shared.GoOnAsync(_gate);
        await _shared.Ended;
    }

    private async Task TakeBackAsync()
    {
        try
        {
            await _db.Database.CurrentTransaction!.RollbackToSavepointAsync(Savepoint);
            await _db.Database.CurrentTransaction!.ReleaseSavepointAsync(Savepoint);
        }
        finally
        {
            await _shared.LeaveAsync(_db);
        }
    }
}
