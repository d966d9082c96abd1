using FondsWorkflow.App.Commands;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>Appends to and proves the hash-chained audit log.</summary>
internal sealed class AuditLog(FondsDb db, CommandContext context, TimeProvider clock)
{
    private static readonly CompiledQuery<Func<FondsDb, CancellationToken, Task<ChainEnd?>>> Last = new(
        () => EF.CompileAsyncQuery((FondsDb db, CancellationToken _) => db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).Select(e => new ChainEnd(e.Sequence, e.Hash)).FirstOrDefault()));

    /// <summary>Adds the entry of the running command; the head of the chain stays locked until the transaction ends, so the chain never forks.</summary>
    public async Task AppendAsync(object command, CancellationToken cancellationToken)
    {
        await db.LockAuditChainAsync(cancellationToken);
        var last = await Last.For(db)(db, cancellationToken);
        var actor = context.HasActor ? context.Actor : null;
        db.AuditEntries.Add(new AuditEntry
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            At = clock.GetUtcNow(),
            ActorId = actor?.Id ?? "",
            ActorName = actor?.Name ?? "",
            ActorRole = actor?.Role.ToString() ?? "Visitor",
            Command = command.GetType().Name,
            Subject = context.Subject,
            Reason = context.Reason,
            Details = CommandJson.ForAudit(command),
            PreviousHash = last?.Hash ?? AuditEntry.Genesis,
        }.Seal());
    }

    /// <summary>Walks the whole chain.</summary>
    /// <returns>How many entries were read and, when the chain is broken, the sequence number of the first bad entry.</returns>
    public async Task<AuditProof> VerifyAsync(CancellationToken cancellationToken)
    {
        long count = 0;
        var previous = AuditEntry.Genesis;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count++;
            if (entry.Sequence != count || entry.PreviousHash != previous || entry.Hash != entry.ComputeHash())
            {
                return new AuditProof(count, entry.Sequence);
            }

            previous = entry.Hash;
        }

        return new AuditProof(count, FirstBroken: null);
    }
}

/// <summary>Where the next entry of the audit chain goes.</summary>
internal sealed record ChainEnd(long Sequence, string Hash);

/// <summary>Result of walking the audit chain.</summary>
internal sealed record AuditProof(long Entries, long? FirstBroken)
{
    public bool IsWhole => FirstBroken is null;
}
