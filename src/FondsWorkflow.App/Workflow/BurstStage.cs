using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>Stages the rows of a burst: snapshot, journal, bookmarks with their timers, incidents, and the assignments that are no longer anybody's work. Nothing is saved here.</summary>
internal sealed class BurstStage(FondsDb db, CommandContext context, BerlinTime clock)
{
    private const string HumanSteps = "Fonds.";

    public async Task StageAsync(WorkflowInstanceRow row, WorkflowDefinition definition, Burst burst, CancellationToken cancellationToken)
    {
        row.Snapshot = burst.Snapshot.ToJson();
        row.Status = burst.Status.ToString();
        row.Stage = Stages.Of(burst.Snapshot);
        row.CorrelationId = burst.Snapshot.CorrelationId;
        row.ChangedAt = clock.Now;
        row.Bursts++;
        db.Journal.Add(new JournalRow
        {
            InstanceId = row.Id,
            Burst = row.Bursts,
            At = burst.Record!.Now,
            ActorId = context.HasActor ? context.Actor.Id : "",
            Record = burst.Record.ToJson(),
            Entries = JournalText.Write(burst.JournalEntries),
        });
        StageBookmarks(row, burst);
        await StageIncidentsAsync(row, burst, cancellationToken);
        await LapseAssignmentsAsync(definition, burst, cancellationToken);
    }

    private void StageBookmarks(WorkflowInstanceRow row, Burst burst)
    {
        foreach (var bookmark in burst.BookmarksCreated)
        {
            if (bookmark.Revision > 0)
            {
                Remove(row, bookmark.Id);
            }

            db.Entry(new BookmarkRow
            {
                Id = bookmark.Id,
                InstanceId = row.Id,
                ActivityId = bookmark.ActivityId,
                ActivityType = bookmark.ActivityType,
                Name = bookmark.EventName ?? bookmark.Name,
                CorrelationId = bookmark.CorrelationId,
                ResumeAt = bookmark.ResumeAt,
                RingAt = bookmark.ResumeAt,
            }).State = EntityState.Added;
        }

        foreach (var bookmark in burst.BookmarksBurned)
        {
            Remove(row, bookmark.Id);
        }
    }

    private void Remove(WorkflowInstanceRow row, Guid id)
    {
        var entry = db.Bookmarks.Local.FindEntryUntyped([row.Id, id]) ?? db.Entry(new BookmarkRow { Id = id, InstanceId = row.Id, ActivityId = "", ActivityType = "", Name = "" });
        entry.State = entry.State == EntityState.Added ? EntityState.Detached : EntityState.Deleted;
    }

    private async Task StageIncidentsAsync(WorkflowInstanceRow row, Burst burst, CancellationToken cancellationToken)
    {
        foreach (var incident in burst.Incidents)
        {
            var known = await db.Incidents.FindAsync([row.Id, incident.Id], cancellationToken);
            if (known is null)
            {
                known = new IncidentRow
                {
                    Id = incident.Id,
                    InstanceId = row.Id,
                    ActivityId = incident.ActivityId,
                    ActivityType = incident.ActivityType,
                };
                db.Incidents.Add(known);
            }

            known.Message = incident.Message;
            known.Detail = incident.Detail;
            known.At = incident.At;
            known.Attempts = incident.Attempts;
            known.RetryAt = incident.RetryAt;
            known.RingAt = incident.RetryAt;
            known.State = incident.State.ToString();
            known.ResolvedAt = incident.State == IncidentState.Open ? null : clock.Now;
        }
    }

    /// <summary>Work whose bookmark went away without the person (a timer, a cancelled branch) leaves the inbox.</summary>
    private async Task LapseAssignmentsAsync(WorkflowDefinition definition, Burst burst, CancellationToken cancellationToken)
    {
        foreach (var burned in burst.BookmarksBurned.Where(b => IsHuman(definition, b.ActivityId)))
        {
            var bookmark = burned.Id.ToString("D");
            var assignment = db.Assignments.Local.FirstOrDefault(a => a.BookmarkId == bookmark)
                ?? await db.Assignments.SingleOrDefaultAsync(a => a.BookmarkId == bookmark, cancellationToken);
            assignment?.Cancel(clock.Now);
        }
    }

    private static bool IsHuman(WorkflowDefinition definition, string step)
        => definition.AllActivities().Any(a => a.Id == step && a.Type.StartsWith(HumanSteps, StringComparison.Ordinal));
}
