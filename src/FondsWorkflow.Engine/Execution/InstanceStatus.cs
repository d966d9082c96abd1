namespace FondsWorkflow.Engine.Execution;

/// <summary>Where an instance stands between two bursts.</summary>
public enum InstanceStatus
{
    /// <summary>Works on without anybody's doing: a retry or an undo is scheduled.</summary>
    Running,

    /// <summary>Waits for a bookmark.</summary>
    Suspended,

    /// <summary>Came to its end.</summary>
    Finished,

    /// <summary>Was ended by hand.</summary>
    Cancelled,

    /// <summary>An incident needs a hand. Steps beside it can still be resumed.</summary>
    Faulted,
}
