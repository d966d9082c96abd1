using System.Linq.Expressions;
using System.Runtime.ExceptionServices;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Fund;
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
    /// <exception cref="RuleViolation">WF2, when the definition allows no other instance beside one that lives.</exception>
    public async Task StartAsync(string definitionId, GrantApplication application, CancellationToken cancellationToken)
    {
        var start = new Stimulus.Start(ids.New(), application.Id.ToString("D"));
        var answer = (await BeginAsync(definitions.Newest(definitionId), start, new Origin(application.Id), cancellationToken)).Answer;
        Require.That(answer is Answer.Accepted, WorkflowRules.LivesAlready);
    }

    /// <summary>Starts the newest version of a definition that another workflow or a person asked for; says why when the definition allows no other instance beside one that lives.</summary>
    public async Task<Answer> StartAsync(string definitionId, Stimulus.Start start, Guid? parent, Guid? bookmark, CancellationToken cancellationToken)
    {
        var (row, answer) = await BeginAsync(definitions.Newest(definitionId), start, new Origin(ParentId: parent, BookmarkId: bookmark), cancellationToken);
        if (row is null && parent is { } waiting && NotStarted(bookmark) is { } end)
        {
            messages.Send(waiting, end);
        }

        return answer;
    }

    /// <summary>Starts an instance in the version, and at the step, that an event or a time triggers.</summary>
    public async Task<Answer> StartAsync(TriggerRow trigger, string? correlationId, object? payload, CancellationToken cancellationToken)
    {
        var definition = await definitions.GetAsync(trigger.DefinitionId, trigger.Version, cancellationToken);
        return (await BeginAsync(definition, new Stimulus.Start(ids.New(), correlationId, TriggerActivityId: trigger.ActivityId, TriggerPayload: payload), new Origin(), cancellationToken)).Answer;
    }

    /// <summary>Gives an instance a stimulus.</summary>
    /// <exception cref="NotFoundException">When there is no such instance.</exception>
    public async Task<Answer> StimulateAsync(Guid instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        var row = await RowById<WorkflowInstanceRow>.FindAsync(db, instanceId, cancellationToken) ?? throw new NotFoundException();
        return (await RunAsync(row, WorkflowSnapshot.FromJson(row.Snapshot), stimulus, cancellationToken)).Answer;
    }

    /// <summary>
    /// Publishes an event: every instance that waits for it goes on, and workflows that it triggers start. With a correlation id only the instances that are about it are asked;
    /// when none of them waits, each says why.
    /// </summary>
    public async Task<IReadOnlyList<Answer>> PublishAsync(string name, string? correlationId, object? payload, CancellationToken cancellationToken)
    {
        var stimulus = new Stimulus.PublishedEvent(name, payload, correlationId);
        var waiting = await WaitingAsync(name, correlationId, cancellationToken);
        List<Answer> answers = [];
        foreach (var instance in waiting.Take(MostAtOnce))
        {
            answers.Add(await StimulateAsync(instance, stimulus, cancellationToken));
        }

        messages.Send(waiting.Skip(MostAtOnce), stimulus);
        foreach (var trigger in await db.Triggers.AsNoTracking().Where(t => t.EventName == name).OrderBy(t => t.DefinitionId).ThenBy(t => t.ActivityId).ToListAsync(cancellationToken))
        {
            answers.Add(await StartAsync(trigger, correlationId, payload, cancellationToken));
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

    /// <summary>Begins an instance unless the definition forbids it; then there is no row, and the answer says why.</summary>
    private async Task<(WorkflowInstanceRow? Row, Answer Answer)> BeginAsync(WorkflowDefinition definition, Stimulus.Start start, Origin origin, CancellationToken cancellationToken)
    {
        if (await OtherAsync(definition, start.CorrelationId, cancellationToken) is { } other)
        {
            return (null, new Answer.NobodyWaits($"{definition.DefinitionId} allows no other instance while {other} lives."));
        }

        var row = new WorkflowInstanceRow
        {
            Id = start.InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            ApplicationId = origin.ApplicationId,
            CorrelationId = start.CorrelationId,
            ParentInstanceId = origin.ParentId,
            ParentBookmarkId = origin.BookmarkId,
            Status = "",
            Stage = "",
            Snapshot = "",
            StartedAt = clock.Now,
            ChangedAt = clock.Now,
        };
        db.WorkflowInstances.Add(row);
        return (row, (await RunAsync(row, snapshot: null, start, cancellationToken)).Answer);
    }

    /// <summary>The living instance beside which no other may start; whoever else starts one waits until this transaction has ended.</summary>
    private async Task<Guid?> OtherAsync(WorkflowDefinition definition, string? correlationId, CancellationToken cancellationToken)
    {
        var strategy = definition.Options.Activation;
        if (strategy == ActivationStrategy.AllowAlways)
        {
            return null;
        }

        var (ofDefinition, ofCorrelation) = (strategy != ActivationStrategy.Correlation, strategy != ActivationStrategy.Singleton);
        await db.LockNameAsync($"activation:{(ofDefinition ? definition.DefinitionId : "")}:{(ofCorrelation ? correlationId : "")}", cancellationToken);
        Expression<Func<WorkflowInstanceRow, bool>> living = i => (!ofDefinition || i.DefinitionId == definition.DefinitionId) && (!ofCorrelation || i.CorrelationId == correlationId)
            && i.Status != nameof(InstanceStatus.Finished) && i.Status != nameof(InstanceStatus.Cancelled);
        return db.WorkflowInstances.Local.FirstOrDefault(living.Compile())?.Id
            ?? await db.WorkflowInstances.Where(living).OrderBy(i => i.Id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken);
    }

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
        WorkflowInstanceRow? row;
        _executing.Add(child.InstanceId);
        try
        {
            var start = new Stimulus.Start(child.InstanceId, child.CorrelationId, child.Inputs);
            (row, _) = await BeginAsync(definitions.Newest(child.DefinitionId), start, new Origin(ParentId: parent.Id, BookmarkId: child.UntilIdle ? null : child.BookmarkId), cancellationToken);
        }
        finally
        {
            _executing.Remove(child.InstanceId);
        }

        if ((row is null ? NotStarted(child.BookmarkId) : child.UntilIdle ? Told(child.BookmarkId!.Value, row) : EndOf(row)) is { } told)
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

    /// <summary>What one that was not allowed to start tells the one that would wait for its end.</summary>
    private static Stimulus.Resume? NotStarted(Guid? bookmark) => bookmark is { } waits ? new(waits, nameof(InstanceStatus.Cancelled)) : null;

    /// <summary>Who an instance is started for.</summary>
    private sealed record Origin(Guid? ApplicationId = null, Guid? ParentId = null, Guid? BookmarkId = null);

    private sealed class EngineIds(Hosting.IIdSource ids) : Engine.Execution.IIdSource
    {
        public Guid Next() => ids.New();
    }
}
