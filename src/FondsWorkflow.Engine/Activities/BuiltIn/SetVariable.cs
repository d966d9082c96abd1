using System.Text.Json;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Sets a variable, found by its id. An unknown one is an incident.</summary>
[Activity("Elsa.SetVariable")]
public sealed class SetVariable : Activity
{
    /// <summary>The variable as the file names it: <c>{ id, name, … }</c>.</summary>
    [Input(IsPlain = true, IsRequired = true, TypeName = "Variable")]
    public Input<object>? Variable { get; init; }

    /// <summary>The new value; null when left out.</summary>
    public Input<object>? Value { get; init; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityContext context)
    {
        var variable = context.Get(Variable);
        var id = variable as string ?? (variable as Dictionary<string, object?>)?.GetValueOrDefault("id") as string;
        if (id is null || !context.Run.Variables.SetById(context.Frame, id, Expressions.Value.From(context.Get(Value))))
            throw new WorkflowException($"There is no variable {id ?? JsonSerializer.Serialize(variable)} for {context.ActivityId}.");
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
