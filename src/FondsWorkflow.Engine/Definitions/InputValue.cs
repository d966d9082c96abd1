using System.Text.Json;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>A wrapped input of an activity: an expression and the type the file names.</summary>
/// <param name="ExpressionType">Literal, Object, Variable, Input, JavaScript or Liquid; Json is read as Object.</param>
/// <param name="Value">A scalar (Literal), a string holding JSON (Object), <c>{id,name}</c> (Variable, Input) or a script. Undefined when absent.</param>
/// <param name="TypeName">The file's typeName; Elsa demands that it is present and never uses it.</param>
public sealed record InputValue(string ExpressionType, JsonElement Value, string? TypeName)
{
    /// <summary>Other properties beside <c>expression</c>, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } = WorkflowDefinition.NoProperties;

    /// <summary>Other properties of the expression, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownOfExpression { get; init; } = WorkflowDefinition.NoProperties;
}

/// <summary>Where an activity's output is written.</summary>
/// <param name="VariableId">The id of the variable (not its name), or the name of an output of the workflow.</param>
/// <param name="TypeName">The file's typeName.</param>
public sealed record OutputValue(string VariableId, string? TypeName)
{
    /// <summary>Other properties beside <c>memoryReference</c>, kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> Unknown { get; init; } = WorkflowDefinition.NoProperties;
}

/// <summary>One case of a FlowSwitch or Switch.</summary>
/// <param name="Label">The outcome port of a FlowSwitch.</param>
/// <param name="Condition">The condition; its TypeName is null because Elsa writes it unwrapped.</param>
/// <param name="Activity">What a Switch runs; null in a FlowSwitch or when nothing is to be done.</param>
/// <param name="Unknown">Other properties of the case, kept.</param>
public sealed record SwitchCase(string Label, InputValue Condition, ActivityNode? Activity, IReadOnlyDictionary<string, JsonElement> Unknown);
