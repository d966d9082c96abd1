namespace FondsWorkflow.App.Data;

/// <summary>
/// SQLite has one writer at a time. Waiting here, in this process, in order, is far cheaper than SQLite's own polling; between processes SQLite's lock decides.
/// PostgreSQL needs no gate.
/// </summary>
internal sealed class WriteGate(bool closed) : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public async ValueTask<IAsyncDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!closed)
        {
            return null;
        }

        await _semaphore.WaitAsync(cancellationToken);
        return new Turn(_semaphore);
    }

    public void Dispose() => _semaphore.Dispose();

    private sealed class Turn(SemaphoreSlim semaphore) : IAsyncDisposable
    {
        private bool _left;

        /// <summary>Whoever waits goes on at once, on this thread; what is left to do here goes on when a thread is free.</summary>
        public async ValueTask DisposeAsync()
        {
            if (_left)
            {
                return;
            }

            _left = true;
            semaphore.Release();
            if (semaphore.CurrentCount == 0)
            {
                await Task.Yield();
            }
        }
    }
}
