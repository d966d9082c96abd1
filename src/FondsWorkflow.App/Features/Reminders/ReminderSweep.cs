using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>Finds by index whose reminder is due and sends each in its own transaction; what it costs grows with what is due, not with what is stored.</summary>
internal sealed class ReminderSweep(FondsDb db, IServiceScopeFactory scopes, BerlinTime clock)
{
    private const int BatchSize = 200;

    /// <returns>How many assignments were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (await DueAsync(cancellationToken) is { Count: > 0 } due)
        {
            foreach (var assignmentId in due)
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Remind(assignmentId), cancellationToken);
            }

            total += due.Count;
        }

        return total;
    }

    private Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return db.Reminders.AsNoTracking().Where(r => r.NextAt != null && r.NextAt <= now).OrderBy(r => r.NextAt).Take(BatchSize).Select(r => r.AssignmentId).ToListAsync(cancellationToken);
    }
}
