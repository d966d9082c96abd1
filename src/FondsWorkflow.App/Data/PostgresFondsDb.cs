using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FondsWorkflow.App.Data;

/// <summary>The database on PostgreSQL; what must not happen twice at once is held by transaction-scoped advisory locks.</summary>
internal sealed class PostgresFondsDb(DbContextOptions<PostgresFondsDb> options) : FondsDb(options)
{
    public override Task LockAuditChainAsync(CancellationToken cancellationToken) => LockNameAsync("audit", cancellationToken);

    public override Task LockFundAsync(string fundKey, int year, CancellationToken cancellationToken)
        => LockNameAsync(string.Create(CultureInfo.InvariantCulture, $"fund:{fundKey}:{year}"), cancellationToken);

    public override Task LockNameAsync(string name, CancellationToken cancellationToken)
        => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key(name)})", cancellationToken);

    /// <summary>On a connection of its own, because the migration opens and closes the context's.</summary>
    public override async Task<IAsyncDisposable?> LockStartAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key("start") } }, CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var creator = this.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in the same moment.
        }
    }

    private static long Key(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
