using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FondsWorkflow.App.Data;

/// <summary>For <c>dotnet ef</c> only: a context without a server, to compare the model with the migrations.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteFondsDb>
{
    public SqliteFondsDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteFondsDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>As <see cref="SqliteDesignTime"/>, for PostgreSQL.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresFondsDb>
{
    public PostgresFondsDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgresFondsDb>().UseNpgsql("Host=localhost").Options);
}
