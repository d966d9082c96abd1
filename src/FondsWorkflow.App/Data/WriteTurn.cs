using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>
/// One command's part of a transaction: all of it or nothing. The first begins the transaction on its own connection; who follows works there too, after a savepoint, and gives the connection back.
/// </summary>
internal sealed class WriteTurn : IAsyncDisposable
{
    private const string Savepoint = "turn";

    private readonly WriteGate? _gate;
    private readonly FondsDb _db;
    private readonly SharedCommit _shared;
    private readonly string? _ownConnection;
    private bool _over;

    private WriteTurn(WriteGate? gate, FondsDb db, SharedCommit shared, string? ownConnection)
    {
        (_gate, _db, _shared, _ownConnection) = (gate, db, shared, ownConnection);
    }

    public static async Task<WriteTurn> BeginAsync(WriteGate? gate, FondsDb db, TimeProvider clock, CancellationToken cancellationToken)
        => new(gate, db, new SharedCommit(await db.Database.BeginTransactionAsync(cancellationToken), db.Database.GetDbConnection(), clock), ownConnection: null);

    public static async Task<WriteTurn> JoinAsync(WriteGate gate, FondsDb db, SharedCommit shared)
    {
        var turn = new WriteTurn(gate, db, shared, db.Database.GetConnectionString());
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
        if (_ownConnection is not null)
        {
            await _db.Database.CurrentTransaction!.ReleaseSavepointAsync(Savepoint);
            await GiveBackAsync();
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
        if (_ownConnection is null)
        {
            await _shared.LoseAsync(_gate, cause: null);
            return;
        }

        try
        {
            await _db.Database.CurrentTransaction!.RollbackToSavepointAsync(Savepoint);
            await _db.Database.CurrentTransaction!.ReleaseSavepointAsync(Savepoint);
        }
        catch (Exception e)
        {
            await GiveBackAsync();
            await _shared.LoseAsync(_gate, e);
            return;
        }

        await GiveBackAsync();
        await _shared.GoOnAsync(_gate);
        await _shared.Ended;
    }

    private async Task GiveBackAsync()
    {
        await _db.Database.UseTransactionAsync(null);
        _db.Database.SetDbConnection(null, contextOwnsConnection: true);
        _db.Database.SetConnectionString(_ownConnection);
    }
}
