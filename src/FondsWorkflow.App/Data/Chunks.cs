using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>Asks for many rows by key in pieces: a statement of a month has more movements than a database takes parameters in one query.</summary>
internal static class Chunks
{
    private const int Size = 500;

    /// <param name="keys">Any number of keys.</param>
    /// <param name="query">The rows of some of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<List<T>> InChunksAsync<TKey, T>(this IEnumerable<TKey> keys, Func<IReadOnlyList<TKey>, IQueryable<T>> query, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        foreach (var chunk in keys.Distinct().Chunk(Size))
        {
            rows.AddRange(await query(chunk).ToListAsync(cancellationToken));
        }

        return rows;
    }
}
