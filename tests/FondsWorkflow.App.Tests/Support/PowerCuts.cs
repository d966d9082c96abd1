using System.Data.Common;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Takes the database away before the n-th thing asked of it: begin, each statement, commit; or right after the commit, before anybody hears of it.</summary>
internal sealed class PowerCuts : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int _left = -1;
    private bool _afterCommit;

    /// <summary>What was about to be done when the power went.</summary>
    public string? At { get; private set; }

    public void Install(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteFondsDb>(o => o.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresFondsDb>(o => o.AddInterceptors(this));
    }

    /// <summary>Lets <paramref name="statements"/> pass and cuts the next.</summary>
    public void CutAfter(int statements) => (_left, _afterCommit, At) = (statements, false, null);

    public void CutAfterCommit() => (_left, _afterCommit, At) = (-1, true, null);

    public void Off() => (_left, _afterCommit) = (-1, false);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, command.CommandText));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, command.CommandText));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, command.CommandText));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "begin"));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "commit"));

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_afterCommit)
        {
            Cut("committed");
        }

        return Task.CompletedTask;
    }

    private T Pass<T>(T result, string what)
    {
        if (_left >= 0 && _left-- == 0)
        {
            Cut(what);
        }

        return result;
    }

    private void Cut(string what)
    {
        Off();
        At = what;
        throw new PowerCutException(what);
    }
}

internal sealed class PowerCutException(string at) : DbException($"The power went before: {at}");
