using Acornima;
using Acornima.Ast;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>One run of a <see cref="QuickScript"/>. Numbers are doubles here, as in JavaScript.</summary>
internal struct QuickEvaluation(ExpressionScope scope)
{
    public bool GaveUp { get; private set; }

    public static bool Knows(Operator op) => op is Operator.StrictEquality or Operator.StrictInequality or Operator.Equality or Operator.Inequality
        or Operator.LessThan or Operator.LessThanOrEqual or Operator.GreaterThan or Operator.GreaterThanOrEqual
        or Operator.Addition or Operator.Subtraction or Operator.Multiplication;

    public object? Evaluate(Node node) => node switch
    {
        _ when GaveUp => null,
        StringLiteral text => text.Value,
        NumericLiteral number => number.Value,
        BooleanLiteral flag => flag.Value ? True : False,
        NullLiteral => null,
        LogicalExpression logical => Logical(logical),
        BinaryExpression binary => Binary(binary),
        UnaryExpression not => Not(Evaluate(not.Argument)),
        ConditionalExpression choice => Truth(Evaluate(choice.Test)) ? Evaluate(choice.Consequent) : Evaluate(choice.Alternate),
        CallExpression call => Call(call),
        MemberExpression member => Member(member),
        _ => GiveUp(),
    };

    private object? Logical(LogicalExpression logical)
    {
        var left = Evaluate(logical.Left);
        if (GaveUp) return null;
        return logical.Operator switch
        {
            Operator.LogicalAnd => Truth(left) ? Evaluate(logical.Right) : left,
            Operator.LogicalOr => Truth(left) ? left : Evaluate(logical.Right),
            Operator.NullishCoalescing => left is null ? Evaluate(logical.Right) : left,
            _ => GiveUp(),
        };
    }

    private object? Binary(BinaryExpression binary)
    {
        var left = Evaluate(binary.Left);
        var right = Evaluate(binary.Right);
        if (GaveUp) return null;
        return binary.Operator switch
        {
            Operator.StrictEquality => Strictly(left, right),
            Operator.StrictInequality => Not(Strictly(left, right)),
            Operator.Equality => Loosely(left, right),
            Operator.Inequality => Not(Loosely(left, right)),
            _ => (left, right) switch
            {
                (double a, double b) => Arithmetic(binary.Operator, a, b),
                (string a, string b) => Texts(binary.Operator, a, b),
                _ => GiveUp(),
            },
        };
    }

    private object? Arithmetic(Operator op, double a, double b) => op switch
    {
        Operator.LessThan => Box(a < b),
        Operator.LessThanOrEqual => Box(a <= b),
        Operator.GreaterThan => Box(a > b),
        Operator.GreaterThanOrEqual => Box(a >= b),
        Operator.Addition => a + b,
        Operator.Subtraction => a - b,
        Operator.Multiplication => a * b,
        _ => GiveUp(),
    };

    private object? Texts(Operator op, string a, string b) => op switch
    {
        Operator.LessThan => Box(string.CompareOrdinal(a, b) < 0),
        Operator.LessThanOrEqual => Box(string.CompareOrdinal(a, b) <= 0),
        Operator.GreaterThan => Box(string.CompareOrdinal(a, b) > 0),
        Operator.GreaterThanOrEqual => Box(string.CompareOrdinal(a, b) >= 0),
        Operator.Addition when a.Length + b.Length < 10_000 => a + b,
        _ => GiveUp(),
    };

    private object? Strictly(object? a, object? b) => (a, b) switch
    {
        (double x, double y) => Box(x == y),
        (string x, string y) => Box(string.Equals(x, y, StringComparison.Ordinal)),
        (bool x, bool y) => Box(x == y),
        (null, null) => True,
        _ when IsPrimitive(a) || IsPrimitive(b) => False,
        _ => GiveUp(),
    };

    private object? Loosely(object? a, object? b)
    {
        if (a is null || b is null) return Box(a is null && b is null);
        return a.GetType() == b.GetType() ? Strictly(a, b) : GiveUp();
    }

    private object? Call(CallExpression call)
    {
        var name = ((Identifier)call.Callee).Name;
        var first = call.Arguments.Count > 0 ? ((StringLiteral)call.Arguments[0]).Value : null;
        var second = call.Arguments.Count > 1 ? ((StringLiteral)call.Arguments[1]).Value : null;
        return (name, first) switch
        {
            ("getVariable", { } variable) => scope.TryGetVariable(variable, out var value) ? Import(value) : null,
            ("getInput", { } input) => Import(scope.GetInput(input)),
            ("getOutputFrom", { } step) => Import(scope.GetOutputFrom(step, second)),
            ("getLastResult", _) => Import(scope.LastResult),
            ("getCorrelationId", _) => scope.CorrelationId,
            ("getWorkflowInstanceId", _) => scope.InstanceId.ToString(),
            (_, null) => Accessor(name[3..]),
            _ => GiveUp(),
        };
    }

    private object? Accessor(string accessor)
    {
        foreach (var input in scope.InputNames)
        {
            if (string.Equals(input, accessor, StringComparison.Ordinal)) return Import(scope.GetInput(input));
        }

        foreach (var variable in scope.VariableNames)
        {
            if (Names.IsAccessor(variable, accessor)) return scope.TryGetVariable(variable, out var value) ? Import(value) : null;
        }

        return GiveUp();
    }

    private object? Member(MemberExpression member)
    {
        var name = ((Identifier)member.Property).Name;
        if (member.Object is Identifier { Name: "variables" }) return scope.TryGetVariable(name, out var variable) ? Import(variable) : GiveUp();
        var target = Evaluate(member.Object);
        if (GaveUp) return null;
        return target is Dictionary<string, object?> map && map.TryGetValue(name, out var value) ? Import(value) : GiveUp();
    }

    private object? Not(object? value) => GaveUp ? null : Box(!Truth(value));

    private static bool Truth(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        _ => true,
    };

    private static bool IsPrimitive(object? value) => value is null or bool or double or string;

    private static object? Import(object? value) => value switch
    {
        long number => (double)number,
        decimal number => (double)number,
        bool flag => Box(flag),
        _ => value,
    };

    private object? GiveUp()
    {
        GaveUp = true;
        return null;
    }

    private static object Box(bool value) => value ? True : False;

    private static readonly object True = true;
    private static readonly object False = false;
}
