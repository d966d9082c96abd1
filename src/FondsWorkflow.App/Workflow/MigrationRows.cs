namespace FondsWorkflow.App.Workflow;

/// <summary>A migration that was applied: running instances moved from one version of their definition to another.</summary>
internal sealed class MigrationRow
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int FromVersion { get; init; }

    public required int ToVersion { get; init; }

    /// <summary>Old step → new step, where they differ.</summary>
    public required Dictionary<string, string> Steps { get; init; }

    /// <summary>Old variable → new variable, where they differ.</summary>
    public required Dictionary<string, string> Variables { get; init; }

    /// <summary>Values of new variables as JSON text.</summary>
    public required Dictionary<string, string> Values { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required string AppliedBy { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>An instance as it was before a migration.</summary>
internal sealed class MigratedInstanceRow
{
    public required Guid MigrationId { get; init; }

    public required Guid InstanceId { get; init; }

    /// <summary>The snapshot before.</summary>
    public required string Before { get; init; }

    /// <summary>The instance's burst number right after; while it is still that, the migration can be undone.</summary>
    public required int Burst { get; init; }
}
