using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>What a migration does, or would do.</summary>
/// <param name="MigrationId">The migration; null for a rehearsal.</param>
/// <param name="Instances">Every running instance of the old version.</param>
internal sealed record MigrationReport(Guid? MigrationId, IReadOnlyList<MovedInstance> Instances);

/// <summary>One instance: where it stands, which timers move with it, which messages will go because of what it waits for.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Number">Number of its application; empty when it has none.</param>
/// <param name="Stage">Where the application stands; the migration does not change it.</param>
/// <param name="Steps">The steps it waits at, before and after.</param>
/// <param name="Timers">What ends by itself: the times stay.</param>
/// <param name="Messages">Mails and messages between workflows that are due, and the next reminders. The migration itself sends none.</param>
/// <param name="Dropped">Variables that the new version does not have.</param>
/// <param name="Obstacles">Why it stays where it is; empty when it moves.</param>
internal sealed record MovedInstance(
    Guid InstanceId, string Number, string Stage, IReadOnlyList<MovedStep> Steps, IReadOnlyList<MovedTimer> Timers, IReadOnlyList<ComingMessage> Messages, IReadOnlyList<string> Dropped, IReadOnlyList<string> Obstacles);

internal sealed record MovedStep(string From, string To);

internal sealed record MovedTimer(string Step, DateTimeOffset At);

/// <summary>A message that will go.</summary>
/// <param name="Kind">Mail, Reminder or Workflow.</param>
/// <param name="What">Subject, step, or stimulus.</param>
/// <param name="At">When.</param>
internal sealed record ComingMessage(string Kind, string What, DateTimeOffset At);

/// <summary>Puts a planned migration into words.</summary>
internal sealed class MigrationReporter(FondsDb db)
{
    public async Task<MigrationReport> ReportAsync(Guid? migrationId, PlannedMigration planned, CancellationToken cancellationToken)
    {
        List<MovedInstance> moved = [];
        var (old, now) = (Labels(planned.From), Labels(planned.To));
        foreach (var (row, result) in planned.Instances)
        {
            var number = await db.Applications.Where(a => a.Id == row.ApplicationId).Select(a => a.Number).SingleOrDefaultAsync(cancellationToken);
            var bookmarks = result.Snapshot is null
                ? [.. result.Before.Bookmarks.Select(b => new MovedBookmark(b.Id, b.ActivityId, b.ActivityId, b.ResumeAt))]
                : result.Bookmarks;
            var after = result.Snapshot is null ? old : now;
            moved.Add(new(
                row.Id,
                number?.ToString() ?? "",
                row.Stage,
                [.. bookmarks.Select(b => new MovedStep(old[b.FromStep], after[b.ToStep]))],
                [.. bookmarks.Where(b => b.ResumeAt is not null).Select(b => new MovedTimer(after[b.ToStep], b.ResumeAt!.Value))],
                await MessagesAsync(row, bookmarks, after, cancellationToken),
                result.DroppedVariables,
                result.Obstacles));
        }

        return new(migrationId, moved);
    }

    private async Task<IReadOnlyList<ComingMessage>> MessagesAsync(WorkflowInstanceRow row, IReadOnlyList<MovedBookmark> bookmarks, Dictionary<string, string> labels, CancellationToken cancellationToken)
    {
        var mails = await db.Outbox.Where(m => m.DueAt != null && m.ApplicationId != null && m.ApplicationId == row.ApplicationId).OrderBy(m => m.DueAt).Select(m => new { m.Subject, m.DueAt }).ToListAsync(cancellationToken);
        var messages = await db.WorkflowMessages.Where(m => m.DueAt != null && (m.InstanceId == row.Id || m.SenderId == row.Id)).OrderBy(m => m.DueAt).Select(m => new { m.Stimulus, m.DueAt }).ToListAsync(cancellationToken);
        var steps = bookmarks.ToDictionary(b => b.Id.ToString("D"), b => labels[b.ToStep], StringComparer.Ordinal);
        var waiting = steps.Keys.ToList();
        var reminders = await (from a in db.Assignments
                               join r in db.Reminders on a.Id equals r.Id
                               where waiting.Contains(a.BookmarkId) && r.NextAt != null
                               orderby r.NextAt
                               select new { a.BookmarkId, r.NextAt }).ToListAsync(cancellationToken);
        return
        [
            .. mails.Select(m => new ComingMessage("Mail", m.Subject, m.DueAt!.Value)),
            .. messages.Select(m => new ComingMessage("Workflow", Stimulus.FromJson(m.Stimulus).GetType().Name, m.DueAt!.Value)),
            .. reminders.Select(r => new ComingMessage("Reminder", steps[r.BookmarkId], r.NextAt!.Value)),
        ];
    }

    private static Dictionary<string, string> Labels(WorkflowDefinition definition) => definition.AllActivities().ToDictionary(a => a.Id, a => a.Label, StringComparer.Ordinal);
}
