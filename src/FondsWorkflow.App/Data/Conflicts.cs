using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FondsWorkflow.App.Data;

/// <summary>Tells a lost race (try again on the fresh state) from a real failure.</summary>
internal static class Conflicts
{
    private const int SqliteBusy = 5;
    private const int SqliteUniqueViolation = 2067;
    private const int SqlitePrimaryKeyViolation = 1555;

    /// <summary>Whether the database itself failed: nothing of the running transaction can be relied on.</summary>
    public static bool IsOfDatabase(Exception exception) => exception is DbException or DbUpdateException || exception.InnerException is DbException;

    public static bool IsConflict(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException or TransactionLostException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        SqliteException e => e.SqliteErrorCode == SqliteBusy || e.SqliteExtendedErrorCode is SqliteUniqueViolation or SqlitePrimaryKeyViolation,
        PostgresException e => e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
        InvalidOperationException { InnerException: PostgresException inner } => IsConflict(inner),
        _ => false,
    };
}
