using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>The database in one SQLite file: every write transaction is IMMEDIATE, so it holds everything anyway and needs no further locks.</summary>
internal sealed class SqliteFondsDb(DbContextOptions<SqliteFondsDb> options) : FondsDb(options)
{
    public override Task LockAuditChainAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockFundAsync(string fundKey, int year, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task LockNameAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;
}
