using Acornima.Ast;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>
/// Evaluates the small scripts most conditions are (<c>getVariable('Amount') &gt; 50000 &amp;&amp; getInput('Kind') === 'A'</c>) without starting a script engine.
/// It knows only forms whose meaning is exactly JavaScript's on the values at hand; whatever else turns up, the engine decides.
/// </summary>
internal sealed class QuickScript
{
    private readonly Node _expression;

    private QuickScript(Node expression) => _expression = expression;

    /// <summary>The quick form of the script, or null when it is more than one simple expression.</summary>
    public static QuickScript? TryCreate(Program program)
    {
        if (program.Body.Count != 1) return null;
        Node? expression = program.Body[0] switch
        {
            NonSpecialExpressionStatement statement => statement.Expression,
            ReturnStatement { Argument: { } argument } => argument,
            _ => null,
        };
        return expression is not null && IsSimple(expression) ? new QuickScript(expression) : null;
    }

    /// <summary>Evaluates; false when the values are none this evaluator is sure about. Has no effects, so the engine may start afresh.</summary>
    public bool TryEvaluate(ExpressionScope scope, out object? value)
    {
        var quick = new QuickEvaluation(scope);
        value = quick.Evaluate(_expression);
        if (quick.GaveUp) return false;
        if (value is double number) value = Value.FromDouble(number);
        return true;
    }

    private static bool IsSimple(Node node) => node switch
    {
        StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral => true,
        LogicalExpression logical => IsSimple(logical.Left) && IsSimple(logical.Right),
        BinaryExpression binary => QuickEvaluation.Knows(binary.Operator) && IsSimple(binary.Left) && IsSimple(binary.Right),
        UnaryExpression unary => unary.Operator == Acornima.Operator.LogicalNot && IsSimple(unary.Argument),
        ConditionalExpression choice => IsSimple(choice.Test) && IsSimple(choice.Consequent) && IsSimple(choice.Alternate),
        CallExpression call => IsCall(call),
        MemberExpression { Computed: false, Optional: false, Property: Identifier } member => member.Object is Identifier { Name: "variables" } || IsSimple(member.Object),
        _ => false,
    };

    private static bool IsCall(CallExpression call) =>
        !call.Optional && call.Callee is Identifier { Name: var name } && name.StartsWith("get", StringComparison.Ordinal)
        && (call.Arguments.Count == 0 || (call.Arguments.Count <= 2 && call.Arguments.All(a => a is StringLiteral)));
}
