using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>The database in one SQLite file: every write transaction is IMMEDIATE, so it holds everything anyway and needs no further locks.</summary>
internal sealed class SqliteFondsDb(DbContextOptions<SqliteFondsDb> options) : FondsDb(options)
{
    public override Task LockAuditChainAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockFundAsync(string fundKey, int year, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Processes beside each other on one file take turns transaction by transaction.</summary>
    public override Task<IAsyncDisposable?> LockStartAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);

    public override Task LockNameAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;
}
