using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Makes the engine durable: loads the snapshot, runs one burst, stages everything the burst brought about in the command's transaction. Nothing is saved here.
/// </summary>
internal sealed class WorkflowHost(FondsDb db, WorkflowEngine engine, DefinitionStore definitions, IServiceProvider services, CommandContext context, Hosting.IIdSource ids, BerlinTime clock)
{
    /// <summary>Starts the newest version of a definition for an application.</summary>
    public async Task StartAsync(string definitionId, GrantApplication application, CancellationToken cancellationToken)
    {
        var definition = definitions.Newest(definitionId);
        var row = new WorkflowInstanceRow
        {
            Id = ids.New(),
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            ApplicationId = application.Id,
            Status = "",
            Stage = "",
            Snapshot = "",
            StartedAt = clock.Now,
            ChangedAt = clock.Now,
        };
        db.WorkflowInstances.Add(row);
        await RunAsync(row, snapshot: null, new Stimulus.Start(row.Id, application.Id.ToString("D")), cancellationToken);
    }

    /// <summary>Gives an instance a stimulus.</summary>
    /// <exception cref="NotFoundException">When there is no such instance.</exception>
    public async Task<Answer> StimulateAsync(Guid instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var row = await db.WorkflowInstances.FindAsync([instanceId], cancellationToken) ?? throw new NotFoundException();
        return await RunAsync(row, WorkflowSnapshot.FromJson(row.Snapshot), stimulus, cancellationToken);
    }

    private async Task<Answer> RunAsync(WorkflowInstanceRow row, WorkflowSnapshot? snapshot, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var definition = await definitions.GetAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken);
        Burst burst;
        try
        {
            burst = await engine.RunAsync(definition, snapshot, stimulus, new BurstContext(clock.Now, new EngineIds(ids), services), cancellationToken);
        }
        catch (WorkflowRefusal refusal)
        {
            throw refusal.Violation;
        }

        if (burst.Answer is Answer.Accepted)
        {
            await StageAsync(row, burst, cancellationToken);
        }

        return burst.Answer;
    }

    private async Task StageAsync(WorkflowInstanceRow row, Burst burst, CancellationToken cancellationToken)
    {
        row.Snapshot = burst.Snapshot.ToJson();
        row.Status = burst.Status.ToString();
        row.Stage = Stages.Of(burst.Snapshot);
        row.ChangedAt = clock.Now;
        row.Bursts++;
        db.Journal.Add(new JournalRow
        {
            InstanceId = row.Id,
            Burst = row.Bursts,
            At = clock.Now,
            ActorId = context.Actor.Id,
            Record = burst.Record!.ToJson(),
            Entries = JsonSerializer.Serialize(burst.JournalEntries, Conversions.Json),
        });
        StageBookmarks(row, burst);
        await StageIncidentsAsync(row, burst, cancellationToken);
        await LapseAssignmentsAsync(burst, cancellationToken);
    }

    private void StageBookmarks(WorkflowInstanceRow row, Burst burst)
    {
        var burned = burst.BookmarksBurned.Select(b => b.Id).ToHashSet();
        foreach (var bookmark in burst.BookmarksCreated)
        {
            burned.Remove(bookmark.Id);
            db.Bookmarks.Add(new BookmarkRow
            {
                Id = bookmark.Id,
                InstanceId = row.Id,
                ActivityId = bookmark.ActivityId,
                ActivityType = bookmark.ActivityType,
                Name = bookmark.EventName ?? bookmark.Name,
                CorrelationId = bookmark.CorrelationId,
                ResumeAt = bookmark.ResumeAt,
            });
        }

        foreach (var id in burned)
        {
            db.Bookmarks.Remove(db.Bookmarks.Local.FirstOrDefault(b => b.Id == id)
                ?? new BookmarkRow { Id = id, InstanceId = row.Id, ActivityId = "", ActivityType = "", Name = "" });
        }
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
            known.State = incident.State.ToString();
            known.ResolvedAt = incident.State == IncidentState.Open ? null : clock.Now;
        }
    }

    /// <summary>Work whose bookmark went away without the person (a timer, a cancelled branch) leaves the inbox.</summary>
    private async Task LapseAssignmentsAsync(Burst burst, CancellationToken cancellationToken)
    {
        foreach (var burned in burst.BookmarksBurned)
        {
            var bookmark = burned.Id.ToString("D");
            var assignment = db.Assignments.Local.FirstOrDefault(a => a.BookmarkId == bookmark)
                ?? await db.Assignments.SingleOrDefaultAsync(a => a.BookmarkId == bookmark, cancellationToken);
            assignment?.Cancel(clock.Now);
        }
    }

    private sealed class EngineIds(Hosting.IIdSource ids) : Engine.Execution.IIdSource
    {
        public Guid Next() => ids.New();
    }
}
