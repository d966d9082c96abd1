using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Retention;

/// <summary>Deletes a draft on which nobody worked for as long as the guideline says, with its files, mails and reminders; that it was deleted stays in the audit log.</summary>
/// <returns>False when it was sent in or worked on meanwhile.</returns>
internal sealed record DeleteDraft(Guid ApplicationId) : ICommand<bool>;

/// <summary>Forgets links that let nobody in any more, and first answers no browser asks for again.</summary>
/// <returns>How many rows.</returns>
internal sealed record ForgetLeftovers : ICommand<int>;

internal sealed class DeleteDraftHandler(FondsDb db, CityBook city, CommandContext context, BerlinTime clock) : IRequestHandler<DeleteDraft, bool>
{
    public async Task<bool> Handle(DeleteDraft request, CancellationToken cancellationToken)
    {
        var id = request.ApplicationId;
        context.About(id);
        if (await db.Applications.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { SubmittedAt: null } draft
            || BerlinTime.DayOf(draft.ChangedAt).AddDays(city.GuidelineOf(draft).Deadlines.DraftDeletionDays.Value) > clock.Today)
        {
            return false;
        }

        await db.Files.Where(f => f.ApplicationId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(m => m.ApplicationId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Reminders.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken);
        db.Applications.Remove(draft);
        return true;
    }
}

internal sealed class ForgetLeftoversHandler(FondsDb db, BerlinTime clock) : IRequestHandler<ForgetLeftovers, int>
{
    /// <summary>A repeated click comes within minutes, a repeated call of a program within days.</summary>
    private static readonly TimeSpan ReceiptLife = TimeSpan.FromDays(14);

    public async Task<int> Handle(ForgetLeftovers request, CancellationToken cancellationToken)
    {
        var (receipts, links) = (clock.Now - ReceiptLife, clock.Now - SignInLink.PasswordLifetime);
        return await db.CommandReceipts.Where(r => r.At < receipts).ExecuteDeleteAsync(cancellationToken)
            + await db.SignInLinks.Where(l => l.CreatedAt < links).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>What is kept no longer, once a night; each draft in its own transaction, and one that fails holds up none behind it.</summary>
internal sealed partial class RetentionSweep(FondsDb db, CityBook city, IServiceScopeFactory scopes, BerlinTime clock, ILogger<RetentionSweep> log)
{
    private const int Most = 1_000;

    /// <returns>How many drafts were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await SendAsync(new ForgetLeftovers(), cancellationToken);
        var before = BerlinTime.StartOf(clock.Today.AddDays(1 - city.Guidelines.Min(g => g.Deadlines.DraftDeletionDays.Value)));
        var drafts = await db.Applications.Where(a => a.SubmittedAt == null && a.ChangedAt < before).OrderBy(a => a.ChangedAt).Take(Most).Select(a => a.Id).ToListAsync(cancellationToken);
        var deleted = 0;
        foreach (var draft in drafts)
        {
            deleted += await TryAsync(draft, cancellationToken) ? 1 : 0;
        }

        return deleted;
    }

    private async Task<bool> TryAsync(Guid draft, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(new DeleteDraft(draft), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e, draft);
            return false;
        }
    }

    private async Task<T> SendAsync<T>(IRequest<T> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The draft {Id} could not be deleted; the next night tries it again")]
    private static partial void Failed(ILogger log, Exception exception, Guid id);
}
