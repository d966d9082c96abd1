namespace FondsWorkflow.Engine.Expressions;

/// <summary>The value of a variable, found by id, else by name. An unknown variable is an error, never a silent null.</summary>
public sealed class VariableExpression(string? id, string? name) : Expression
{
    /// <inheritdoc/>
    public override object? Evaluate(ExpressionScope scope)
    {
        if (id is not null && scope.TryGetVariableById(id, out var value)) return value;
        if (name is not null && scope.TryGetVariable(name, out value)) return value;
        throw new ExpressionException($"There is no variable {name ?? id} here.");
    }
}
