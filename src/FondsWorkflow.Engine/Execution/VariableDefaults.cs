using System.Globalization;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>Reads the defaults of variables, which definitions write as text.</summary>
internal static class VariableDefaults
{
    private static readonly HashSet<string> WholeNumbers = new(StringComparer.Ordinal) { "Int16", "Int32", "Int64", "Long" };
    private static readonly HashSet<string> Fractions = new(StringComparer.Ordinal) { "Single", "Double", "Decimal" };
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "String", "Guid", "DateTime", "DateTimeOffset", "TimeSpan", "ByteArray" };

    public static Variable[] Read(IReadOnlyList<VariableDefinition> variables) =>
        variables.Select(v => new Variable(v.Id, v.Name, Read(v))).ToArray();

    private static object? Read(VariableDefinition variable)
    {
        var text = variable.Value;
        if (text is null) return null;
        var type = variable.TypeName.TrimEnd('?');
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
