using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FondsWorkflow.App.Data;

/// <summary>Sees everything that is asked of the database before it happens: <c>begin</c>, each statement's text, <c>savepoint</c> and <c>rollback to</c> it, <c>commit</c>.</summary>
internal abstract class DatabaseWatch : DbCommandInterceptor, IDbTransactionInterceptor
{
    protected abstract void Before(string what);

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

    public ValueTask<InterceptionResult> CreatingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "savepoint"));

    public ValueTask<InterceptionResult> RollingBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "rollback to"));

    private T Pass<T>(T result, string what)
    {
        Before(what);
        return result;
    }
}
