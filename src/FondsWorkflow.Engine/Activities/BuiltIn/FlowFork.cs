using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Goes on with all branches at once.</summary>
[Activity("Elsa.FlowFork")]
public sealed class FlowFork : Activity
{
    /// <summary>The names of the branches: its outcomes.</summary>
    [Input(TypeName = "Object")]
    public Input<string[]>? Branches { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        context.Complete(context.Get(Branches) ?? ["Done"]);
        return ValueTask.CompletedTask;
    }

    internal static ActivityDescriptor Describe(ActivityDescriptor descriptor) =>
        descriptor with { HasExplicitOutcomes = true, ComputeOutcomes = ReadBranches };

    private static IReadOnlyList<string>? ReadBranches(ActivityNode node)
    {
        if (!node.Inputs.TryGetValue("branches", out var input)) return ["Done"];
        if (input.ExpressionType is not ("Object" or "Json" or "Literal")) return null;
        try
        {
            var value = input.Value.ValueKind == JsonValueKind.String ? Value.Parse(input.Value.GetString()!) : Value.FromElement(input.Value);
            return ValueConverter.To<string[]>(value);
        }
        catch (Exception e) when (e is JsonException or ExpressionException)
        {
            return null;
        }
    }
}
