using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Data;

/// <summary>Contexts and connections are used again and again; nothing of one request may reach the next.</summary>
public sealed class PooledContextTests
{
    [Fact]
    public async Task A_context_left_in_the_middle_of_a_transaction_comes_back_empty()
    {
        await using var app = await FondsApp.StartAsync();
        var left = await LeaveInTheMiddle(app);

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();

        Assert.Equal(left.InstanceId, db.ContextId.InstanceId);
        Assert.NotEqual(left.Lease, db.ContextId.Lease);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Null(db.Database.CurrentTransaction);
        Assert.False(await db.Definitions.AnyAsync(d => d.DefinitionId == "half"));
    }

    [FactWith(Needs.Sqlite)]
    public async Task Every_connection_of_the_pool_survives_a_power_cut_and_guards_foreign_keys()
    {
        await using var app = await FondsApp.StartAsync();
        for (var use = 0; use < 3; use++)
        {
            var scopes = Enumerable.Range(0, 4).Select(_ => app.Services.CreateAsyncScope()).ToList();
            var settings = await Task.WhenAll(scopes.Select(s => Settings(s.ServiceProvider.GetRequiredService<FondsDb>())));
            await Task.WhenAll(scopes.Select(s => s.DisposeAsync().AsTask()));

            Assert.All(settings, s => Assert.Equal((2L, 1L, "wal"), s));
        }
    }

    private static async Task<DbContextId> LeaveInTheMiddle(FondsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondsDb>();
        await db.Database.BeginTransactionAsync();
        db.Definitions.Add(new DefinitionRow { DefinitionId = "half", Version = 1, Hash = "", Text = "", PublishedAt = app.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return db.ContextId;
    }

    private static async Task<(long Synchronous, long ForeignKeys, string Journal)> Settings(FondsDb db)
    {
        await db.Database.OpenConnectionAsync();
        async Task<object> Ask(string pragma)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return (await command.ExecuteScalarAsync())!;
        }

        return ((long)await Ask("synchronous"), (long)await Ask("foreign_keys"), (string)await Ask("journal_mode"));
    }
}
