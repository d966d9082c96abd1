namespace FondsWorkflow.Engine.Expressions;

/// <summary>An expression could not be evaluated: it failed, exceeded a bound, or gave a value of the wrong type.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Creates the exception with a sentence for the author of the definition.</summary>
    public ExpressionException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a sentence and its cause.</summary>
    public ExpressionException(string message, Exception inner) : base(message, inner)
    {
    }
}
