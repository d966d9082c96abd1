using System.Data;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>
/// SQLite has one writer at a time. Waiting here, in this process, in order, is far cheaper than SQLite's own polling; between processes SQLite's lock decides.
/// Commands that wait behind each other share a commit (decision 0009). PostgreSQL needs no gate.
/// </summary>
internal sealed class WriteGate(bool closed, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _waiting = new();
    private bool _taken;

    /// <summary>Waits until nobody else writes.</summary>
    /// <returns>What ends the turn when it is disposed.</returns>
    public async ValueTask<IAsyncDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!closed)
        {
            return null;
        }

        await TakeAsync(shares: false, cancellationToken);
        return new Turn(this);
    }

    /// <summary>Waits until nobody else writes, and begins a transaction or goes on in the one that is handed over.</summary>
    public async ValueTask<WriteTurn> BeginAsync(FondsDb db, CancellationToken cancellationToken)
    {
        if (!closed)
        {
            return await WriteTurn.BeginAsync(gate: null, db, clock, cancellationToken);
        }

        var canBorrow = db.Database.GetDbConnection().State == ConnectionState.Closed;
        if (await TakeAsync(shares: canBorrow, cancellationToken) is { } shared)
        {
            return await WriteTurn.JoinAsync(this, db, shared);
        }

        try
        {
            return await WriteTurn.BeginAsync(this, db, clock, cancellationToken);
        }
        catch
        {
            PassOn(null);
            throw;
        }
    }

    /// <summary>Hands the turn to who waits longest. A transaction that is still open goes along, but only to who shares it, and only while it is young.</summary>
    /// <returns>Whether the turn is gone; if not, the transaction has to be ended first.</returns>
    public bool PassOn(SharedCommit? open)
    {
        lock (_lock)
        {
            while (_waiting.TryPeek(out var next))
            {
                if (open is not null && !(next.Shares && open.TakesMore))
                {
                    return false;
                }

                _waiting.Dequeue();
                if (next.Turn.TrySetResult(open))
                {
                    return true;
                }
            }

            _taken = open is not null;
            return !_taken;
        }
    }

    private async ValueTask<SharedCommit?> TakeAsync(bool shares, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return null;
            }

            waiter = new Waiter(shares, new TaskCompletionSource<SharedCommit?>(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting.Enqueue(waiter);
        }

        await using var patience = cancellationToken.Register(() => waiter.Turn.TrySetCanceled(cancellationToken));
        return await waiter.Turn.Task;
    }

    private sealed record Waiter(bool Shares, TaskCompletionSource<SharedCommit?> Turn);

    private sealed class Turn(WriteGate gate) : IAsyncDisposable
    {
        private WriteGate? _gate = gate;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _gate, null)?.PassOn(null);
            return ValueTask.CompletedTask;
        }
    }
}
