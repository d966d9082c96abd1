using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FondsWorkflow.App.Data;

/// <summary>A query of every command: translated once per model (each database has its own) and not looked up anew each time.</summary>
/// <param name="compile">Compiles it, with <see cref="EF"/>.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(FondsDb db) => _compiled.GetValue(db.Model, _ => compile());
}

/// <summary>One row by its id, as <c>FindAsync</c>: what is tracked already, new or changed, goes before what is stored.</summary>
internal static class RowById<T>
    where T : class
{
    private static readonly CompiledQuery<Func<FondsDb, Guid, CancellationToken, Task<T?>>> Query = new(
        () => EF.CompileAsyncQuery((FondsDb db, Guid id, CancellationToken _) => db.Set<T>().SingleOrDefault(r => EF.Property<Guid>(r, "Id") == id)));

    public static async ValueTask<T?> FindAsync(FondsDb db, Guid id, CancellationToken cancellationToken)
        => db.Set<T>().Local.FindEntry(id)?.Entity ?? await Query.For(db)(db, id, cancellationToken);
}
