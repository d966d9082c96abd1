using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>The database on PostgreSQL; what must not happen twice at once is held by transaction-scoped advisory locks.</summary>
internal sealed class PostgresFondsDb(DbContextOptions<PostgresFondsDb> options) : FondsDb(options)
{
    public override Task LockAuditChainAsync(CancellationToken cancellationToken) => LockNameAsync("audit", cancellationToken);

    public override Task LockFundAsync(string fundKey, int year, CancellationToken cancellationToken)
        => LockNameAsync(string.Create(CultureInfo.InvariantCulture, $"fund:{fundKey}:{year}"), cancellationToken);

    public override Task LockNameAsync(string name, CancellationToken cancellationToken)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
    }
}
