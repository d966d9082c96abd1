using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>
/// One command's part of a transaction: all of it or nothing. The first begins the transaction on its own connection; who follows works there too, after a savepoint of its own,
/// which ends with the transaction, and gives the connection back. Whatever fails, the turn never stays with who failed.
/// </summary>
internal sealed class WriteTurn : IAsyncDisposable
{
    private readonly WriteGate? _gate;
    private readonly FondsDb _db;
    private readonly SharedCommit _shared;
    private readonly string? _savepoint;
    private bool _over;

    private WriteTurn(WriteGate? gate, FondsDb db, SharedCommit shared, string? savepoint)
    {
        (_gate, _db, _shared, _savepoint) = (gate, db, shared, savepoint);
    }

    public static async Task<WriteTurn> BeginAsync(WriteGate? gate, FondsDb db, TimeProvider clock, CancellationToken cancellationToken)
        => new(gate, db, new SharedCommit(await db.Database.BeginTransactionAsync(cancellationToken), db.Database.GetDbConnection(), clock), savepoint: null);

    public static async Task<WriteTurn> JoinAsync(WriteGate gate, FondsDb db, SharedCommit shared)
    {
        var savepoint = shared.NextSavepoint();
        var turn = new WriteTurn(gate, db, shared, savepoint);
        try
        {
            await shared.JoinAsync(db);
            await db.Database.CurrentTransaction!.CreateSavepointAsync(savepoint);
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
        if (_savepoint is not null)
        {
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
        if (_savepoint is null)
        {
            await _shared.DropAsync(_gate);
            return;
        }

        try
        {
            await TakeBackAsync(_savepoint);
        }
        catch (Exception e)
        {
            await _shared.LoseAsync(_gate, e);
            return;
        }

        await _shared.GoOnAsync(_gate);
        await _shared.Ended;
    }

    private async Task TakeBackAsync(string savepoint)
    {
        try
        {
            await _db.Database.CurrentTransaction!.RollbackToSavepointAsync(savepoint);
        }
        finally
        {
            await _shared.LeaveAsync(_db);
        }
    }
}
