using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Workflow;

/// <summary>Stages what a burst wants of other instances, in the burst's own transaction.</summary>
internal sealed class WorkflowMessages(FondsDb db, Hosting.IIdSource ids, BerlinTime clock)
{
    private const int Portion = 500;

    /// <summary>An event a step published; a local one goes to its own instance only.</summary>
    public void Publish(WorkflowInstanceRow sender, PublishedEvent published)
        => Add(sender.Id, new Stimulus.PublishedEvent(published.Name, published.Payload, published.CorrelationId), published.LocalOnly ? sender.Id : null, correlationId: published.CorrelationId);

    /// <summary>A workflow a step starts.</summary>
    public void Start(WorkflowInstanceRow parent, ChildWorkflow child)
        => Add(parent.Id, new Stimulus.Start(child.InstanceId, child.CorrelationId, child.Inputs), child.InstanceId, child.DefinitionId, bookmark: child.BookmarkId);

    /// <summary>An event for one instance.</summary>
    public void Send(Guid instanceId, Stimulus stimulus) => Add(sender: null, stimulus, instanceId);

    /// <summary>An event for many instances: few rows now, one for each when those are delivered, so that no transaction grows with their number.</summary>
    public void Send(IEnumerable<Guid> instances, Stimulus stimulus)
    {
        foreach (var portion in instances.Chunk(Portion))
        {
            Add(sender: null, stimulus, instance: null, instances: [.. portion]);
        }
    }

    /// <summary>A time that came and could not be told to its instance: from now on a message, tried later and later, in the end a person's.</summary>
    public void Postpone(Guid instanceId, Stimulus stimulus, string error) => Add(sender: null, stimulus, instanceId).Fail(error, clock.Now);

    /// <summary>An instance that a time should have started: from now on a message, as with <see cref="Postpone(Guid, Stimulus, string)"/>.</summary>
    public void Postpone(TriggerRow trigger, string error)
    {
        var start = new Stimulus.Start(ids.New(), TriggerActivityId: trigger.ActivityId);
        Add(sender: null, start, start.InstanceId, trigger.DefinitionId).Fail(error, clock.Now);
    }

    /// <summary>Tells the instance that waits for this one's end.</summary>
    public void TellParent(WorkflowInstanceRow child, Stimulus.Resume end) => Add(child.Id, end, child.ParentInstanceId);

    /// <summary>Whoever is cancelled takes along what it started and what still runs; what had not begun does not begin.</summary>
    public async Task CancelChildrenAsync(WorkflowInstanceRow parent, Stimulus.Cancel cancel, CancellationToken cancellationToken)
    {
        foreach (var start in await db.WorkflowMessages.Where(m => m.DueAt != null && m.SenderId == parent.Id && m.DefinitionId != null).ToListAsync(cancellationToken))
        {
            start.Attempts++; // Who delivers it at the same time loses, or has given the child that is cancelled below.
            start.DueAt = null;
            start.DeliveredAt = clock.Now;
            start.Answer = nameof(Answer.NobodyWaits);
        }

        var children = await db.WorkflowInstances.Where(i => i.ParentInstanceId == parent.Id && i.Status != nameof(InstanceStatus.Finished) && i.Status != nameof(InstanceStatus.Cancelled))
            .Select(i => i.Id).ToListAsync(cancellationToken);
        children.ForEach(child => Add(parent.Id, cancel, child));
    }

    private WorkflowMessageRow Add(Guid? sender, Stimulus stimulus, Guid? instance, string? definition = null, string? correlationId = null, Guid? bookmark = null, List<Guid>? instances = null)
    {
        var message = new WorkflowMessageRow
        {
            Id = ids.New(),
            SenderId = sender,
            InstanceId = instance,
            Instances = instances,
            DefinitionId = definition,
            CorrelationId = correlationId,
            BookmarkId = bookmark,
            Stimulus = stimulus.ToJson(),
            CreatedAt = clock.Now,
            DueAt = clock.Now,
        };
        db.WorkflowMessages.Add(message);
        return message;
    }
}
