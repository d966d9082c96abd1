namespace FondsWorkflow.Engine.Expressions;

/// <summary>A value that stands in the definition (Literal and Object).</summary>
public sealed class LiteralExpression(object? value) : Expression
{
    /// <summary>The value.</summary>
    public object? Literal { get; } = value;

    /// <inheritdoc/>
    public override object? Evaluate(ExpressionScope scope) => Literal;
}
