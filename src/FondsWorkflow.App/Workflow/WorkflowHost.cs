using System.Runtime.ExceptionServices;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Makes the engine durable: loads the snapshot, runs one burst, stages everything the burst brought about in the command's transaction. Nothing is saved here.
/// What concerns other instances becomes a message of the same transaction; only a workflow that a step executes runs at once.
/// </summary>
internal sealed class WorkflowHost(
    FondsDb db, WorkflowEngine engine, DefinitionStore definitions, BurstStage stage, WorkflowMessages messages, IServiceProvider services, Hosting.IIdSource ids, BerlinTime clock)
{
    /// <summary>An event to more instances than this is passed on to each in a transaction of its own.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Workflows that execute workflows deeper than this are started after the commit.</summary>
    private const int Deepest = 16;

    private const string EventStep = "Elsa.Event";

    private readonly HashSet<Guid> _executing = [];

    /// <summary>Starts the newest version of a definition for an application.</summary>
    public Task StartAsync(string definitionId, GrantApplication application, CancellationToken cancellationToken)
        => StartAsync(NewRow(ids.New(), definitionId, application.Id), new Stimulus.Start(Guid.Empty, application.Id.ToString("D")), cancellationToken);

    /// <summary>Starts the newest version of a definition that another workflow, an event or a person asked for.</summary>
    public Task StartAsync(string definitionId, Stimulus.Start start, Guid? parent, Guid? bookmark, CancellationToken cancellationToken)
        => StartAsync(NewRow(start.InstanceId, definitionId, application: null, parent, bookmark), start, cancellationToken);

    /// <summary>Gives an instance a stimulus.</summary>
    /// <exception cref="NotFoundException">When there is no such instance.</exception>
    public async Task<Answer> StimulateAsync(Guid instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var row = await db.WorkflowInstances.FindAsync([instanceId], cancellationToken) ?? throw new NotFoundException();
        return (await RunAsync(row, WorkflowSnapshot.FromJson(row.Snapshot), stimulus, cancellationToken)).Answer;
    }

    /// <summary>
    /// Publishes an event: every instance that waits for it goes on, and workflows that it triggers start. With a correlation id only the instances that are about it are asked;
    /// when none of them waits, each says why.
    /// </summary>
    public async Task<IReadOnlyList<Answer>> PublishAsync(string name, string? correlationId, object? payload, CancellationToken cancellationToken)
    {
        var stimulus = new Stimulus.PublishedEvent(name, payload);
        var waiting = await WaitingAsync(name, correlationId, cancellationToken);
        List<Answer> answers = [];
        foreach (var instance in waiting.Take(MostAtOnce))
        {
            answers.Add(await StimulateAsync(instance, stimulus, cancellationToken));
        }

        waiting.Skip(MostAtOnce).ToList().ForEach(instance => messages.Send(instance, stimulus));
        foreach (var (definition, step) in definitions.TriggeredBy(name))
        {
            var start = new Stimulus.Start(ids.New(), correlationId, TriggerActivityId: step, TriggerPayload: payload);
            answers.Add((await StartAsync(NewRow(start.InstanceId, definition, application: null), start, cancellationToken)).Answer);
        }

        return answers;
    }

    private async Task<List<Guid>> WaitingAsync(string name, string? correlationId, CancellationToken cancellationToken)
    {
        var waiting = db.Bookmarks.Where(b => b.Name == name && b.ActivityType == EventStep);
        if (correlationId is null)
        {
            return await waiting.Select(b => b.InstanceId).Distinct().ToListAsync(cancellationToken);
        }

        var found = await waiting.Where(b => b.CorrelationId == correlationId).Select(b => b.InstanceId).Distinct().ToListAsync(cancellationToken);
        return found.Count > 0 ? found : await db.WorkflowInstances.Where(i => i.CorrelationId == correlationId).Select(i => i.Id).Order().Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    private WorkflowInstanceRow NewRow(Guid id, string definitionId, Guid? application, Guid? parent = null, Guid? bookmark = null)
    {
        var definition = definitions.Newest(definitionId);
        var row = new WorkflowInstanceRow
        {
            Id = id,
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            ApplicationId = application,
            ParentInstanceId = parent,
            ParentBookmarkId = bookmark,
            Status = "",
            Stage = "",
            Snapshot = "",
            StartedAt = clock.Now,
            ChangedAt = clock.Now,
        };
        db.WorkflowInstances.Add(row);
        return row;
    }

    private Task<Burst> StartAsync(WorkflowInstanceRow row, Stimulus.Start start, CancellationToken cancellationToken)
        => RunAsync(row, snapshot: null, start with { InstanceId = row.Id }, cancellationToken);

    private async Task<Burst> RunAsync(WorkflowInstanceRow row, WorkflowSnapshot? snapshot, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var definition = await definitions.GetAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken);
        Burst burst;
        try
        {
            burst = await engine.RunAsync(definition, snapshot, stimulus, new BurstContext(clock.Now, new EngineIds(ids), services), cancellationToken);
        }
        catch (BurstAbandoned abandoned)
        {
            ExceptionDispatchInfo.Throw(abandoned.Cause);
            throw;
        }

        if (burst.Answer is Answer.Accepted)
        {
            var before = row.Status;
            await stage.StageAsync(row, definition, burst, cancellationToken);
            await SpreadAsync(row, before, stimulus, burst, cancellationToken);
        }

        return burst;
    }

    /// <summary>Passes on what concerns other instances.</summary>
    private async Task SpreadAsync(WorkflowInstanceRow row, string before, Stimulus stimulus, Burst burst, CancellationToken cancellationToken)
    {
        if (stimulus is Stimulus.Cancel cancel)
        {
            await messages.CancelChildrenAsync(row, cancel, cancellationToken);
        }

        foreach (var published in burst.PublishedEvents)
        {
            messages.Publish(row, published);
        }

        foreach (var child in burst.Children)
        {
            if (child.InTheSameCommit && _executing.Count < Deepest && definitions.Has(child.DefinitionId))
            {
                await ExecuteAsync(row, child, cancellationToken);
            }
            else
            {
                messages.Start(row, child);
            }
        }

        if (row.Status != before && !_executing.Contains(row.Id) && EndOf(row) is { } end)
        {
            messages.TellParent(row, end);
        }
    }

    /// <summary>Runs a workflow inside the burst that asks for it; when it ends at once, or is not to be waited for, the one that asked goes on at once.</summary>
    private async Task ExecuteAsync(WorkflowInstanceRow parent, ChildWorkflow child, CancellationToken cancellationToken)
    {
        var row = NewRow(child.InstanceId, child.DefinitionId, application: null, parent.Id, child.UntilIdle ? null : child.BookmarkId);
        _executing.Add(row.Id);
        try
        {
            await StartAsync(row, new Stimulus.Start(row.Id, child.CorrelationId, child.Inputs), cancellationToken);
        }
        finally
        {
            _executing.Remove(row.Id);
        }

        if ((child.UntilIdle ? Told(child.BookmarkId!.Value, row) : EndOf(row)) is { } told)
        {
            await RunAsync(parent, WorkflowSnapshot.FromJson(parent.Snapshot), told, cancellationToken);
        }
    }

    /// <summary>What an instance that has ended, or failed, tells the one that waits for it.</summary>
    private static Stimulus.Resume? EndOf(WorkflowInstanceRow row)
        => row.ParentBookmarkId is { } bookmark && row.Status is (nameof(InstanceStatus.Finished) or nameof(InstanceStatus.Cancelled) or nameof(InstanceStatus.Faulted))
            ? Told(bookmark, row)
            : null;

    private static Stimulus.Resume Told(Guid bookmark, WorkflowInstanceRow row) => new(bookmark, row.Status, WorkflowSnapshot.FromJson(row.Snapshot).Outputs);

    private sealed class EngineIds(Hosting.IIdSource ids) : Engine.Execution.IIdSource
    {
        public Guid Next() => ids.New();
    }
}
