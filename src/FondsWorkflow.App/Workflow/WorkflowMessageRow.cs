namespace FondsWorkflow.App.Workflow;

/// <summary>
/// Something an instance wants of others: an event to publish, a workflow to start, the end of a child to tell. Written in the transaction of the burst that caused it,
/// delivered in a transaction of its own; what became of it stays here.
/// </summary>
internal sealed class WorkflowMessageRow
{
    /// <summary>Characters of a failure that are kept.</summary>
    public const int LongestError = 8_000;

    private const int MaxAttempts = 12;

    public required Guid Id { get; init; }

    /// <summary>The instance that sent it; null when a person did.</summary>
    public Guid? SenderId { get; init; }

    /// <summary>The instance it goes to, or that it starts; null for an event to all who wait.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>The instances it goes to, when they are many: delivering it writes a message to each.</summary>
    public List<Guid>? Instances { get; init; }

    /// <summary>The definition of the workflow it starts.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>Restricts an event to instances with this correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The bookmark of the sender that waits for the end of the workflow it starts.</summary>
    public Guid? BookmarkId { get; init; }

    /// <summary>The engine's stimulus as JSON.</summary>
    public required string Stimulus { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; null once it was delivered or given up, so the index holds only what is due.</summary>
    public required DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>What became of it: Accepted, AlreadyDone, NobodyWaits, …; for an event to many how many went on.</summary>
    public string? Answer { get; set; }

    /// <summary>Concurrency token: of two nodes one delivers.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Notes a failure: the next try is twice as far away as the last, from half a minute to half a day; then a person decides.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length <= LongestError ? error : error[..LongestError];
        DueAt = Attempts >= MaxAttempts ? null : now + TimeSpan.FromSeconds(15 * Math.Pow(2, Attempts));
    }
}
