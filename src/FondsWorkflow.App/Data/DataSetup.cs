using FondsWorkflow.App.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Data;

/// <summary>Registers the database: SQLite in one file by default, PostgreSQL when a connection string is set.</summary>
internal static class DataSetup
{
    public static IServiceCollection AddFondsData(this IServiceCollection services)
    {
        services.AddSingleton(p => new WriteGate(closed: p.UsesSqlite(), p.GetRequiredService<TimeProvider>()));
        services.AddDbContextPool<SqliteFondsDb>((p, o) => o.UseSqlite(SqliteConnectionString(p.GetRequiredService<FondsPaths>().DatabaseFile)).AddInterceptors(new SqlitePragmas()).Watch(p));
        services.AddDbContextPool<PostgresFondsDb>((p, o) => o.UseNpgsql(p.GetRequiredService<IOptions<FondsOptions>>().Value.Postgres).Watch(p));
        services.AddScoped<FondsDb>(p =>
        {
            FondsDb db = p.UsesSqlite() ? p.GetRequiredService<SqliteFondsDb>() : p.GetRequiredService<PostgresFondsDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false; // It looks for changes once, when it saves, and not whenever somebody looks at what is tracked.
            db.Database.AutoSavepointsEnabled = false; // Whoever loses a race takes all of the command back (WriteTurn) and begins it again: nobody returns to a point in it.
            return db;
        });
        services.AddScoped<AuditLog>();
        return services;
    }

    private static void Watch(this DbContextOptionsBuilder options, IServiceProvider services)
    {
        if (services.GetRequiredService<CrashPoints>() is { CountsStatements: true } crash)
        {
            options.AddInterceptors(crash);
        }
    }

    public static bool UsesSqlite(this IServiceProvider services) => services.GetRequiredService<IOptions<FondsOptions>>().Value.Postgres.Length == 0;

    public static string SqliteConnectionString(string file) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = file, Pooling = true }.ToString();

    /// <summary>Creates or migrates the database; WAL is a property of the file and set once.</summary>
    public static async Task MigrateAsync(this FondsDb db, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        if (db is SqliteFondsDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        }
    }
}
