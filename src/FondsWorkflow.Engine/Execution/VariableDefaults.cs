using System.Globalization;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Definitions.Checks;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Reads the defaults of variables, which definitions write as text.</summary>
internal static class VariableDefaults
{
    private static readonly HashSet<string> WholeNumbers = new(StringComparer.Ordinal) { "Int16", "Int32", "Int64", "Long" };
    private static readonly HashSet<string> Fractions = new(StringComparer.Ordinal) { "Single", "Double", "Decimal" };
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "String", "Guid", "DateTime", "DateTimeOffset", "TimeSpan", "ByteArray" };

    public static Variable[] Read(IReadOnlyList<VariableDefinition> variables) =>
        variables.Select(v => new Variable(v.Id, v.Name, Read(v), Kind(v))).ToArray();

    /// <summary>Converts a value to what the variable holds; null stays null.</summary>
    /// <exception cref="ExpressionException">The value does not fit.</exception>
    public static object? Fit(VariableKind kind, object? value) => (kind, value) switch
    {
        (_, null) or (VariableKind.Any, _) => value,
        (VariableKind.Text, string) or (VariableKind.Whole, long) or (VariableKind.Truth, bool) => value,
        (VariableKind.Text, _) => ValueConverter.To<string>(value),
        (VariableKind.Whole, _) => ValueConverter.To<long>(value),
        (VariableKind.Truth, _) => ValueConverter.To<bool>(value),
        _ => Value.IsNumber(value) ? value : Value.From(ValueConverter.To<decimal>(value)),
    };

    private static VariableKind Kind(VariableDefinition variable)
    {
        var type = ElsaTypes.Alias(variable.TypeName).TrimEnd('?');
        if (variable.IsArray) return VariableKind.Any;
        if (string.Equals(type, "String", StringComparison.Ordinal)) return VariableKind.Text;
        if (WholeNumbers.Contains(type)) return VariableKind.Whole;
        if (Fractions.Contains(type)) return VariableKind.Fraction;
        return string.Equals(type, "Boolean", StringComparison.Ordinal) ? VariableKind.Truth : VariableKind.Any;
    }

    private static object? Read(VariableDefinition variable)
    {
        var text = variable.Value;
        if (text is null) return null;
        var type = ElsaTypes.Alias(variable.TypeName).TrimEnd('?');
        if (variable.IsArray || (!Texts.Contains(type) && !IsScalar(type))) return JsonOrText(text);
        if (Texts.Contains(type)) return text;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (WholeNumbers.Contains(type)) return long.Parse(text, CultureInfo.InvariantCulture);
        if (Fractions.Contains(type)) return Value.From(decimal.Parse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture));
        return bool.Parse(text);
    }

    private static bool IsScalar(string type) => WholeNumbers.Contains(type) || Fractions.Contains(type) || string.Equals(type, "Boolean", StringComparison.Ordinal);

    private static object? JsonOrText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return Value.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
