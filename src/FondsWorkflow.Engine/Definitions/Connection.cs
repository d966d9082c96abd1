using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>An arrow of a Flowchart.</summary>
/// <param name="Source">The id of the step it leaves.</param>
/// <param name="Port">The outcome it follows; null stands for <c>Done</c>.</param>
/// <param name="Target">The id of the step it leads to.</param>
/// <param name="TargetPort">The designer's port at the target; no meaning when running.</param>
/// <param name="Vertices">The designer's bends, kept.</param>
public sealed record Connection(string Source, string? Port, string Target, string? TargetPort = null, IReadOnlyList<JsonElement>? Vertices = null)
{
    /// <summary>Other properties of the connection, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>Other properties of <c>source</c>, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownOfSource { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>Other properties of <c>target</c>, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownOfTarget { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>The outcome the connection follows, never null.</summary>
    public string Outcome => Port ?? "Done";
}
