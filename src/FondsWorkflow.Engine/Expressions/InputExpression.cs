namespace FondsWorkflow.Engine.Expressions;

/// <summary>An input the instance was started with.</summary>
public sealed class InputExpression(string name) : Expression
{
    /// <inheritdoc/>
    public override object? Evaluate(ExpressionScope scope) => scope.GetInput(name);
}
