using System.Text.Json;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>A compiled expression. Immutable and safe to share between threads.</summary>
public abstract class Expression
{
    /// <summary>Evaluates to a value of <see cref="Value"/>.</summary>
    /// <exception cref="ExpressionException">The expression failed or exceeded its bounds.</exception>
    public abstract object? Evaluate(ExpressionScope scope);

    /// <summary>Compiles an input of a definition.</summary>
    /// <exception cref="ExpressionException">The expression's type is unknown or the text does not parse.</exception>
    public static Expression Compile(InputValue input, ScriptLimits limits) => input.ExpressionType switch
    {
        "Literal" => new LiteralExpression(Value.FromElement(input.Value)),
        "Object" or "Json" => CompileObject(input.Value),
        "Variable" => new VariableExpression(Name(input.Value, "id"), Name(input.Value, "name")),
        "Input" => new InputExpression(Name(input.Value, "name") ?? throw new ExpressionException("An Input expression names its input.")),
        "JavaScript" => new JavaScriptExpression(Text(input.Value), limits),
        "Liquid" => new LiquidExpression(Text(input.Value), limits),
        _ => throw new ExpressionException($"The expression type {input.ExpressionType} is unknown."),
    };

    private static LiteralExpression CompileObject(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return new LiteralExpression(Value.FromElement(value));
        var text = value.GetString()!;
        try
        {
            return new LiteralExpression(string.IsNullOrWhiteSpace(text) ? null : Value.Parse(text));
        }
        catch (JsonException e)
        {
            throw new ExpressionException("An Object expression holds JSON as text; this one does not parse.", e);
        }
    }

    private static string? Name(JsonElement value, string property) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty(property, out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();
}
