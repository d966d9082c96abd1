namespace FondsWorkflow.Engine.Activities;

/// <summary>What wakes a waiting activity.</summary>
/// <param name="BookmarkId">The bookmark that was resumed; it is burned already.</param>
/// <param name="Name">The bookmark's name.</param>
/// <param name="Outcome">The outcome the caller chose; for a timer the bookmark's timer outcome.</param>
/// <param name="Payload">What the caller gave.</param>
/// <param name="IsTimer">Whether the bookmark's time came.</param>
public sealed record ResumeInput(Guid BookmarkId, string Name, string? Outcome, object? Payload, bool IsTimer);
