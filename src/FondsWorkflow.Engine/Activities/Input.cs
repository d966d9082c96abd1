using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>An input of an activity: what stands in the definition, evaluated when the activity asks for it.</summary>
public abstract class Input
{
    private protected Input(Expression? expression) => Expression = expression;

    internal Expression? Expression { get; }

    internal abstract Input With(Expression expression);
}

/// <summary>An input of type <typeparamref name="T"/>; read it with <see cref="ActivityContext.Get{T}(Input{T}?)"/>.</summary>
public sealed class Input<T> : Input
{
    private readonly T? _literal;
    private readonly bool _isLiteral;

    /// <summary>An input that the definition may leave out.</summary>
    public Input(T? value) : base(null)
    {
        _literal = value;
        _isLiteral = true;
    }

    internal Input(Expression expression) : base(expression)
    {
        if (expression is not LiteralExpression literal) return;
        _literal = ValueConverter.To<T>(literal.Literal);
        _isLiteral = true;
    }

    /// <summary>A default value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    internal override Input With(Expression expression) => new Input<T>(expression);

    internal T? Evaluate(ExpressionScope scope) => _isLiteral ? _literal : ValueConverter.To<T>(Expression!.Evaluate(scope));
}

/// <summary>Overrides what the descriptor says about an input property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The JSON property; null means the camelCase name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a node without it can't run.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a literal must look like.</summary>
    public InputKind Kind { get; init; }

    /// <summary>Whether the file holds the plain value instead of an expression.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Elsa's alias of the type; null means derived.</summary>
    public string? TypeName { get; init; }
}
