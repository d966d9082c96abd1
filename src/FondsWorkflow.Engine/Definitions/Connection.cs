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
    /// <summary>The outcome the connection follows, never null.</summary>
    public string Outcome => Port ?? "Done";
}
