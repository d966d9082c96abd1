namespace FondsWorkflow.Engine.Execution;

/// <summary>An event a step published; the caller delivers it after the commit.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Payload">Its payload.</param>
/// <param name="CorrelationId">Restricts it to instances with this correlation id; null means all.</param>
/// <param name="LocalOnly">Restricts it to the publishing instance.</param>
public sealed record PublishedEvent(string Name, object? Payload, string? CorrelationId, bool LocalOnly);

/// <summary>Another workflow a step starts; the caller starts it after the commit, in its published version.</summary>
/// <param name="InstanceId">The child's id.</param>
/// <param name="DefinitionId">The logical id of its definition.</param>
/// <param name="CorrelationId">The child's correlation id.</param>
/// <param name="Inputs">The child's inputs.</param>
/// <param name="BookmarkId">The parent's bookmark to resume when the child has ended: outcome <c>Finished</c>, <c>Faulted</c> or <c>Cancelled</c>,
/// payload the child's outputs. Null when the parent does not wait.</param>
/// <param name="InTheSameCommit">Whether the parent wants it run at once (<c>ExecuteWorkflow</c>).</param>
/// <param name="UntilIdle">Whether the parent goes on as soon as the child stands still for the first time: resume its bookmark after the child's first burst,
/// with the child's status as outcome (<c>Suspended</c> too), and not again when the child ends.</param>
public sealed record ChildWorkflow(
    Guid InstanceId,
    string DefinitionId,
    string? CorrelationId,
    IReadOnlyDictionary<string, object?> Inputs,
    Guid? BookmarkId,
    bool InTheSameCommit,
    bool UntilIdle = false);
