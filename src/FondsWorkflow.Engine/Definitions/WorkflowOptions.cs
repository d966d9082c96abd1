using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>The <c>options</c> of a definition.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Elsa's type name of the activation strategy (…AllowAlwaysStrategy, SingletonStrategy, CorrelatedSingletonStrategy, CorrelationStrategy).</summary>
    public string? ActivationStrategyType { get; init; }

    /// <summary>What <see cref="ActivationStrategyType"/> means.</summary>
    public ActivationStrategy Activation => TryActivation(out var strategy) ? strategy : ActivationStrategy.AllowAlways;

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
    public bool ContinuesWithIncidents => ClassOf(IncidentStrategyType) == "ContinueWithIncidentsStrategy";

    /// <summary>Whether the incident strategy is one of Elsa's.</summary>
    internal bool KnowsIncidents => ClassOf(IncidentStrategyType) is null or "FaultStrategy" or "ContinueWithIncidentsStrategy";

    /// <summary>False when the activation strategy is none of Elsa's.</summary>
    internal bool TryActivation(out ActivationStrategy strategy)
    {
        strategy = ActivationStrategy.AllowAlways;
        var name = ClassOf(ActivationStrategyType);
        return name is null || (name.EndsWith("Strategy", StringComparison.Ordinal) && Reading.Modes.TryParse(name[..^"Strategy".Length], out strategy));
    }

    /// <summary>The simple name of the class an assembly-qualified name stands for; null when there is none.</summary>
    private static string? ClassOf(string? typeName) => string.IsNullOrWhiteSpace(typeName) ? null : typeName.Split(',')[0].Split('.')[^1].Trim();
}
