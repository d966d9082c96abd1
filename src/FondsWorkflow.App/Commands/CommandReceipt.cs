using FondsWorkflow.App.Data;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Commands;

/// <summary>The stored first answer of a command that carried an idempotency key.</summary>
internal sealed class CommandReceipt
{
    /// <summary>The receipt of an actor under a key; null for a new key.</summary>
    public static readonly CompiledQuery<Func<FondsDb, string, string, CancellationToken, Task<CommandReceipt?>>> Given = new(
        () => EF.CompileAsyncQuery((FondsDb db, string actor, string key, CancellationToken _) => db.CommandReceipts.AsNoTracking().SingleOrDefault(r => r.ActorId == actor && r.Key == key)));

    public required string ActorId { get; init; }

    public required string Key { get; init; }

    public required string Command { get; init; }

    /// <summary>SHA-256 of the command, so that the same key with other content is noticed.</summary>
    public required string ContentHash { get; init; }

    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }
}
