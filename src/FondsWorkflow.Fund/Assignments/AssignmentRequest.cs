using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Assignments;

/// <summary>What a waiting step asks for.</summary>
public sealed record AssignmentRequest
{
    /// <summary>The application; null for work of another kind.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The workflow instance that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The bookmark it waits at.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string Step { get; init; }

    /// <summary>What kind of step it is, for example <c>ReviewApplication</c>.</summary>
    public required string Activity { get; init; }

    /// <summary>Kind of work, one of <see cref="Guidelines.ReminderKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who may do it.</summary>
    public required ActorRole Role { get; init; }

    /// <summary>The quarter.</summary>
    public required string QuarterKey { get; init; }

    /// <summary>The one person who does it; needed for applicants.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>User ids of those who may not do it (four eyes).</summary>
    public IReadOnlyList<string> ExcludedUserIds { get; init; } = [];

    /// <summary>Local day it is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How it can end, at least one.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
}
