using FondsWorkflow.App.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>
/// A fresh, migrated database for one application: a copy of a template that is migrated once per test run. SQLite files by default;
/// PostgreSQL when FONDS_TEST_POSTGRES holds the connection string of a server.
/// </summary>
internal static class TestDatabase
{
    private static readonly Lazy<string> SqliteTemplate = new(MigrateSqliteTemplate);
    private static readonly Lazy<string> PostgresTemplate = new(MigratePostgresTemplate);

    public static string? Server => Environment.GetEnvironmentVariable("FONDS_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static string Create(string folder)
    {
        if (Server is null)
        {
            File.Copy(SqliteTemplate.Value, Path.Combine(folder, "fonds.db"));
            return "";
        }

        var name = $"fonds_{Guid.NewGuid():N}";
        lock (PostgresTemplate)
        {
            Execute($"CREATE DATABASE {name} TEMPLATE {PostgresTemplate.Value}");
        }

        return ConnectionTo(name);
    }

    /// <summary>One that nobody has migrated or seeded yet.</summary>
    public static string CreateEmpty()
    {
        if (Server is null)
        {
            return "";
        }

        var name = $"fonds_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    public static void Drop(string postgres)
    {
        if (postgres.Length > 0)
        {
            NpgsqlConnection.ClearAllPools();
            Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(postgres).Database} WITH (FORCE)");
        }
    }

    private static string MigrateSqliteTemplate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"fonds-template-{Environment.ProcessId}.db");
        File.Delete(file);
        var options = new DbContextOptionsBuilder<SqliteFondsDb>().UseSqlite($"Data Source={file};Pooling=False").Options;
        using (var db = new SqliteFondsDb(options))
        {
            db.MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        return file;
    }

    private static string MigratePostgresTemplate()
    {
        var name = $"fonds_template_{Environment.ProcessId}";
        Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Execute($"CREATE DATABASE {name}");
        var options = new DbContextOptionsBuilder<PostgresFondsDb>().UseNpgsql(ConnectionTo(name) + ";Pooling=false").Options;
        using var db = new PostgresFondsDb(options);
        db.MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        return name;
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30 }.ToString();

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
