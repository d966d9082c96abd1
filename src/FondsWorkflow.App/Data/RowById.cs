using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>One row by its id, as <c>FindAsync</c>: what is tracked already, new or changed, goes before what is stored.</summary>
internal static class RowById<T>
    where T : class
{
    private static readonly CompiledQuery<Func<FondsDb, Guid, CancellationToken, Task<T?>>> Query = new(
        () => EF.CompileAsyncQuery((FondsDb db, Guid id, CancellationToken _) => db.Set<T>().SingleOrDefault(r => EF.Property<Guid>(r, "Id") == id)));

    public static async ValueTask<T?> FindAsync(FondsDb db, Guid id, CancellationToken cancellationToken)
        => db.Set<T>().Local.FindEntry(id)?.Entity ?? await Query.For(db)(db, id, cancellationToken);
}
