using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Tests.Testing;

/// <summary>Adds to steps built by <see cref="Flow"/>.</summary>
internal static class FlowSteps
{
    /// <summary>The same step with activities in its ports.</summary>
    public static ActivityNode With(this ActivityNode step, params (string Port, ActivityNode Activity)[] ports) =>
        step with { Children = ports.ToDictionary(p => p.Port, p => p.Activity, StringComparer.Ordinal) };

    /// <summary>The same step with an output bound to a variable or an output of the workflow.</summary>
    public static ActivityNode Into(this ActivityNode step, string output, string target) =>
        step with { Outputs = new Dictionary<string, OutputValue>(StringComparer.Ordinal) { [output] = new(target, "Object") } };

    /// <summary>The same workflow with declared outputs.</summary>
    public static WorkflowDefinition Gives(this WorkflowDefinition workflow, params string[] outputs) =>
        workflow with { Outputs = [.. outputs.Select(o => new OutputDefinition(o, "Object", new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)))] };
}
