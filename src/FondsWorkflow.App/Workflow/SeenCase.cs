using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Resources;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Whether a case went on since somebody looked at it. Every form of a page about one case carries how many bursts its instance had when it was read, and saw nothing without it;
/// an API call may carry it in the header <c>If-Match</c>. Whoever acts on what is no longer so is refused with who was there first.
/// </summary>
internal sealed class SeenCase(FondsDb db, CommandContext context, Texts texts)
{
    /// <summary>What a page about this application, or this instance, has to carry; null when there is none.</summary>
    public Task<int?> BurstsOfAsync(Guid id, CancellationToken cancellationToken)
        => db.WorkflowInstances.Where(i => i.ApplicationId == id || i.Id == id).OrderBy(i => i.Id).Select(i => (int?)i.Bursts).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Who did the first thing since the actor looked; null when nothing happened, or when the actor does not say what he saw.</summary>
    public async Task<Moved?> MovedAsync(Guid instanceId, CancellationToken cancellationToken)
    {
        if (context.Seen is not { } seen || await RowById<WorkflowInstanceRow>.FindAsync(db, instanceId, cancellationToken) is not { } row || row.Bursts == seen)
        {
            return null;
        }

        var burst = await db.Journal.AsNoTracking().Where(j => j.InstanceId == instanceId && j.Burst > seen).OrderBy(j => j.Burst).Select(j => new { j.ActorId, j.At }).FirstOrDefaultAsync(cancellationToken);
        var by = burst is null ? null : await db.Users.Where(u => u.Id == burst.ActorId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new(by ?? texts[burst?.ActorId.Contains('@', StringComparison.Ordinal) == true ? "Shell.TheGroup" : "Shell.TheProgram"], burst?.At ?? row.ChangedAt);
    }

    /// <exception cref="FondsWorkflow.Fund.RuleViolation">WF3, with who was there first and when.</exception>
    public async Task RequireAsync(Guid instanceId, CancellationToken cancellationToken)
    {
        if (await MovedAsync(instanceId, cancellationToken) is { } moved)
        {
            Fund.Require.That(false, WorkflowRules.WentOnMeanwhile, moved.By, moved.At);
        }
    }
}

/// <summary>Who took a case on, and when.</summary>
internal sealed record Moved(string By, DateTimeOffset At);
