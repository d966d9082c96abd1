using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>The <c>options</c> of a definition.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Elsa's type name of the activation strategy (…AllowAlwaysStrategy, SingletonStrategy, CorrelatedSingletonStrategy, CorrelationStrategy).</summary>
    public string? ActivationStrategyType { get; init; }

    /// <summary>Whether other workflows may use this one as an activity.</summary>
    public bool? UsableAsActivity { get; init; }

    /// <summary>Whether Elsa updates workflows that use this one. Kept only.</summary>
    public bool AutoUpdateConsumingWorkflows { get; init; }

    /// <summary>The category in Elsa's designer. Kept only.</summary>
    public string? ActivityCategory { get; init; }

    /// <summary>Elsa's type name of the incident strategy; null means FaultStrategy.</summary>
    public string? IncidentStrategyType { get; init; }

    /// <summary>Elsa's commit strategy. Kept only: here the caller commits once per burst.</summary>
    public string? CommitStrategyName { get; init; }

    /// <summary>Other options, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>Whether the other branches go on when a step has failed (ContinueWithIncidentsStrategy).</summary>
    public bool ContinuesWithIncidents => IncidentStrategyType?.Contains("ContinueWithIncidentsStrategy", StringComparison.Ordinal) == true;
}
