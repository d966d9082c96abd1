using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Assignments;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Puts a running instance onto another version, and back: snapshot, journal, and the rows that name its steps. Nothing runs, no timer is set anew, no assignment is made twice.
/// </summary>
internal sealed class InstanceMover(FondsDb db, ActivityRegistry registry, CommandContext context, BerlinTime clock)
{
    /// <summary>Stages the move.</summary>
    /// <param name="row">The instance.</param>
    /// <param name="snapshot">What it shall be.</param>
    /// <param name="definition">The version it shall run.</param>
    /// <param name="migration">The migration, for the replay of the journal.</param>
    /// <param name="entry">What people read in the journal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MoveAsync(WorkflowInstanceRow row, WorkflowSnapshot snapshot, WorkflowDefinition definition, string migration, JournalEntry entry, CancellationToken cancellationToken)
    {
        row.Snapshot = snapshot.ToJson();
        row.DefinitionVersion = definition.Version;
        row.Stage = Stages.Of(snapshot);
        row.ChangedAt = clock.Now;
        row.Bursts++;
        db.Journal.Add(new JournalRow
        {
            InstanceId = row.Id,
            Burst = row.Bursts,
            At = clock.Now,
            ActorId = context.Actor.Id,
            Record = migration,
            Entries = JournalText.Write([entry]),
        });
        await RenameAsync(row, snapshot, definition, cancellationToken);
    }

    private async Task RenameAsync(WorkflowInstanceRow row, WorkflowSnapshot snapshot, WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var steps = snapshot.Bookmarks.ToDictionary(b => b.Id, b => b.ActivityId);
        foreach (var bookmark in await db.Bookmarks.Where(b => b.InstanceId == row.Id).ToListAsync(cancellationToken))
        {
            bookmark.ActivityId = steps[bookmark.Id];
        }

        var failed = snapshot.Incidents.ToDictionary(i => i.Id, i => i.ActivityId);
        foreach (var incident in await db.Incidents.Where(i => i.InstanceId == row.Id && i.ResolvedAt == null).ToListAsync(cancellationToken))
        {
            incident.ActivityId = failed[incident.Id];
        }

        var id = row.Id.ToString("D");
        foreach (var assignment in await db.Assignments.Where(a => a.InstanceId == id && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken))
        {
            var step = steps[Guid.Parse(assignment.BookmarkId)];
            assignment.MoveTo(step, OutcomesOf(definition, step) ?? assignment.Outcomes);
        }
    }

    private IReadOnlyList<string>? OutcomesOf(WorkflowDefinition definition, string step)
    {
        var node = definition.AllActivities().First(a => a.Id == step);
        return registry.Catalogue.Latest(node.Type)?.OutcomesOf(node)?.Where(o => o != StepDesk.Expired).ToList();
    }
}
