using System.Reflection;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Commands;

/// <summary>
/// The one place where a command becomes a transaction: gate, begin, stored answer of a repeated click, handler, audit entry, save, commit.
/// Whoever loses a race is run again on the fresh state and then gets that state's answer or refusal.
/// </summary>
internal sealed class TransactionBehaviour<TCommand, TAnswer>(FondsDb db, CommandContext context, AuditLog audit, OutboxBell bell, TimeProvider clock, CrashPoints crash)
    : IPipelineBehavior<TCommand, TAnswer>
    where TCommand : ICommand<TAnswer>
{
    private const int MaxAttempts = 5;

    private static readonly TimeSpan ReplayTime = typeof(TCommand).GetCustomAttribute<ReplayedForAttribute>()?.Time ?? TimeSpan.MaxValue;

    public async Task<TAnswer> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await next();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnce(request, next, cancellationToken);
            }
            catch (Exception e) when (Conflicts.IsConflict(e))
            {
                if (attempt == MaxAttempts)
                {
                    throw new RuleViolation(CommandRules.SomebodyElseWasFaster);
                }
            }
            finally
            {
                db.ChangeTracker.Clear();
                context.ForgetSubject();
            }
        }
    }

    private async Task<TAnswer> RunOnce(TCommand command, RequestHandlerDelegate<TAnswer> next, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        crash.Enter(typeof(TCommand).Name);
        await using var turn = await db.WriteGate.BeginAsync(db, cancellationToken);
        if (await StoredAnswer(command, cancellationToken) is { } receipt)
        {
            await turn.CommitAsync(); // The first click may be in the same transaction.
            return CommandJson.ReadAnswer<TAnswer>(receipt.Answer);
        }

        var answer = await next();
        StoreAnswer(command, answer);
        var mailWaits = db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
        var messageWaits = db.ChangeTracker.Entries<WorkflowMessageRow>().Any(e => e.State == EntityState.Added);
        await audit.AppendAsync(command, cancellationToken);
        crash.Maybe("before-save");
        await db.SaveChangesAsync(cancellationToken);
        crash.Maybe("before-commit");
        await turn.CommitAsync();
        crash.Maybe("after-commit");
        if (mailWaits)
        {
            bell.Ring();
        }

        if (messageWaits)
        {
            bell.RingMessages();
        }

        return answer;
    }

    private async Task<CommandReceipt?> StoredAnswer(TCommand command, CancellationToken cancellationToken)
    {
        if (context.IdempotencyKey is not { } key || ReplayTime == TimeSpan.Zero)
        {
            return null;
        }

        var actor = ReceiptOwner;
        var receipt = await CommandReceipt.Given.For(db)(db, actor, key, cancellationToken);
        Require.That(receipt is null || (receipt.Command == typeof(TCommand).Name && receipt.ContentHash == CommandJson.Hash(command)), CommandRules.KeyUsedForSomethingElse);
        return receipt is null || clock.GetUtcNow() - receipt.At > ReplayTime ? null : receipt;
    }

    private void StoreAnswer(TCommand command, TAnswer answer)
    {
        if (context.IdempotencyKey is { } key && ReplayTime > TimeSpan.Zero)
        {
            db.CommandReceipts.Add(new CommandReceipt
            {
                ActorId = ReceiptOwner,
                Key = key,
                Command = typeof(TCommand).Name,
                ContentHash = CommandJson.Hash(command),
                Answer = CommandJson.Answer(answer),
                At = clock.GetUtcNow(),
            });
        }
    }

    private string ReceiptOwner => context.HasActor ? context.Actor.Id : "";
}
