namespace FondsWorkflow.App.Tests.Support;

/// <summary>A fact about many processes on one PostgreSQL server; without a server it is skipped and says so.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestDatabase.Server is null ? "Needs PostgreSQL: FONDS_TEST_POSTGRES, as tests/run.sh sets it." : null;
}
