using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FondsWorkflow.App.Data;

/// <summary>A transaction that goes from turn to turn while somebody waits, and is committed when nobody does. Nobody is answered before the commit.</summary>
internal sealed class SharedCommit(IDbContextTransaction transaction, DbConnection connection, TimeProvider clock)
{
    /// <summary>So that the first does not wait long for those behind.</summary>
    public const int MostTurns = 16;

    /// <summary>Nor long for slow ones.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMilliseconds(20);

    private readonly long _begun = clock.GetTimestamp();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _turns = 1;

    /// <summary>Ends when everything is on the disk; fails when nothing of it is.</summary>
    public Task Ended => _ended.Task;

    public bool TakesMore => _turns < MostTurns && clock.GetElapsedTime(_begun) < Oldest;

    /// <summary>The name of the savepoint of who joins next.</summary>
    public string NextSavepoint() => string.Create(CultureInfo.InvariantCulture, $"turn{++_turns}");

    /// <summary>Lets another context work in this transaction.</summary>
    public async Task JoinAsync(FondsDb db)
    {
        db.Database.SetDbConnection(connection);
        await db.Database.UseTransactionAsync(transaction.GetDbTransaction());
    }

    /// <summary>Gives the context a connection of its own again.</summary>
    public async Task LeaveAsync(FondsDb db)
    {
        if (db.Database.CurrentTransaction is { } borrowed)
        {
            await borrowed.DisposeAsync();
        }

        db.Database.SetDbConnection(null, contextOwnsConnection: true);
        db.Database.SetConnectionString(connection.ConnectionString);
    }

    /// <summary>Hands the transaction to who waits for it, or commits.</summary>
    public async Task GoOnAsync(WriteGate? gate)
    {
        if (gate?.PassOn(this) is true)
        {
            return;
        }

        Exception? failure = null;
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            failure = e;
        }

        await EndAsync(gate, failure);
    }

    /// <summary>Nothing of the transaction stays, and only who began it has worked in it.</summary>
    public Task DropAsync(WriteGate? gate) => EndAsync(gate, failure: null);

    /// <summary>Nothing of the transaction stays: those who wait for the commit begin again.</summary>
    public Task LoseAsync(WriteGate? gate, Exception cause) => EndAsync(gate, new TransactionLostException(cause));

    private async Task EndAsync(WriteGate? gate, Exception? failure)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            gate?.PassOn(null);
            if (failure is null)
            {
                _ended.SetResult();
            }
            else
            {
                _ended.SetException(failure);
            }
        }
    }
}

/// <summary>A command failed so that it took the transaction along that others had already worked in.</summary>
internal sealed class TransactionLostException(Exception cause) : Exception("The shared transaction was lost.", cause);
