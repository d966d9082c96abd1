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

/// <summary>Puts a planned migration into words; what the database knows is read for many instances at once.</summary>
internal sealed class MigrationReporter(FondsDb db)
{
    private const int Portion = 500;

    public async Task<MigrationReport> ReportAsync(Guid? migrationId, PlannedMigration planned, CancellationToken cancellationToken)
    {
        List<MovedInstance> moved = [];
        var (old, now) = (Labels(planned.From), Labels(planned.To));
        foreach (var portion in planned.Instances.Chunk(Portion))
        {
            var facts = await FactsAsync(portion, cancellationToken);
            moved.AddRange(portion.Select(i => Report(i.Row, i.Result, old, i.Result.Snapshot is null ? old : now, facts)));
        }

        return new(migrationId, moved);
    }

    private static MovedInstance Report(WorkflowInstanceRow row, MigrationResult result, Dictionary<string, string> old, Dictionary<string, string> after, Facts facts)
    {
        var bookmarks = result.Snapshot is null ? [.. result.Before.Bookmarks.Select(b => new MovedBookmark(b.Id, b.ActivityId, b.ActivityId, b.ResumeAt))] : result.Bookmarks;
        var about = row.ApplicationId ?? Guid.Empty;
        return new(
            row.Id,
            facts.Numbers.GetValueOrDefault(about) ?? "",
            row.Stage,
            [.. bookmarks.Select(b => new MovedStep(old[b.FromStep], after[b.ToStep]))],
            [.. bookmarks.Where(b => b.ResumeAt is not null).Select(b => new MovedTimer(after[b.ToStep], b.ResumeAt!.Value))],
            [
                .. facts.Mails[about].OrderBy(m => m.At).Select(m => new ComingMessage("Mail", m.What, m.At)),
                .. facts.Messages[row.Id].OrderBy(m => m.At).Select(m => new ComingMessage("Workflow", m.What, m.At)),
                .. bookmarks.SelectMany(b => facts.Reminders[b.Id.ToString("D")].Select(at => new ComingMessage("Reminder", after[b.ToStep], at))).OrderBy(m => m.At),
            ],
            result.DroppedVariables,
            result.Obstacles);
    }

    private async Task<Facts> FactsAsync(IReadOnlyCollection<(WorkflowInstanceRow Row, MigrationResult Result)> portion, CancellationToken cancellationToken)
    {
        var instances = portion.Select(i => i.Row.Id).ToList();
        var applications = portion.Select(i => i.Row.ApplicationId).OfType<Guid>().ToList();
        var waiting = portion.SelectMany(i => i.Result.Before.Bookmarks).Select(b => b.Id.ToString("D")).ToList();
        var numbers = await db.Applications.Where(a => applications.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToListAsync(cancellationToken);
        var mails = await db.Outbox.Where(m => m.DueAt != null && m.ApplicationId != null && applications.Contains(m.ApplicationId.Value)).Select(m => new { m.ApplicationId, m.Subject, m.DueAt }).ToListAsync(cancellationToken);
        var messages = await db.WorkflowMessages.Where(m => m.DueAt != null && ((m.InstanceId != null && instances.Contains(m.InstanceId.Value)) || (m.SenderId != null && instances.Contains(m.SenderId.Value))))
            .Select(m => new { m.InstanceId, m.SenderId, m.Stimulus, m.DueAt }).ToListAsync(cancellationToken);
        var reminders = await db.Assignments.Where(a => waiting.Contains(a.BookmarkId))
            .Join(db.Reminders.Where(r => r.NextAt != null), a => a.Id, r => r.Id, (a, r) => new { a.BookmarkId, r.NextAt }).ToListAsync(cancellationToken);
        return new(
            numbers.ToDictionary(n => n.Id, n => n.Number?.ToString() ?? ""),
            mails.ToLookup(m => m.ApplicationId!.Value, m => (m.Subject, m.DueAt!.Value)),
            messages.SelectMany(m => new[] { m.InstanceId, m.SenderId }.OfType<Guid>().Distinct().Select(id => (Id: id, Message: m)))
                .ToLookup(m => m.Id, m => (Stimulus.FromJson(m.Message.Stimulus).GetType().Name, m.Message.DueAt!.Value)),
            reminders.ToLookup(r => r.BookmarkId, r => r.NextAt!.Value, StringComparer.Ordinal));
    }

    /// <summary>What the database knows of a portion: numbers and mails by application, messages by instance, reminders by bookmark.</summary>
    private sealed record Facts(
        Dictionary<Guid, string> Numbers, ILookup<Guid, (string What, DateTimeOffset At)> Mails, ILookup<Guid, (string What, DateTimeOffset At)> Messages, ILookup<string, DateTimeOffset> Reminders);

    private static Dictionary<string, string> Labels(WorkflowDefinition definition) => definition.AllActivities().ToDictionary(a => a.Id, a => a.Label, StringComparer.Ordinal);
}
