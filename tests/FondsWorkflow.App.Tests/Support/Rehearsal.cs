using System.Data.Common;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>
/// While it is on, every command runs to its end and answers as always, but its commit is swallowed and the database rolls back: a scene can be asked the same thing
/// a thousand times. It counts the commits, so a refusal that would have stored something is seen.
/// </summary>
internal sealed class Rehearsal : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private int _commits;

    public bool IsOn { get; set; }

    /// <summary>Commits that were asked for since the beginning.</summary>
    public int Commits => Volatile.Read(ref _commits);

    public void Install(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteFondsDb>(o => o.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresFondsDb>(o => o.AddInterceptors(this));
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commits);
        return ValueTask.FromResult(IsOn ? InterceptionResult.Suppress() : result);
    }

    /// <summary>What is saved outside a command's transaction (passwords, codes) is swallowed before it is written.</summary>
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is not null || !eventData.Context.ChangeTracker.HasChanges())
        {
            return ValueTask.FromResult(result);
        }

        Interlocked.Increment(ref _commits);
        return ValueTask.FromResult(IsOn ? InterceptionResult<int>.SuppressWithResult(1) : result);
    }
}
