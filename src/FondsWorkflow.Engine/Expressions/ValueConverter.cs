using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>Converts values to the .NET types that activities ask for.</summary>
public static class ValueConverter
{
    internal static readonly JsonSerializerOptions PlainOptions = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Converts a value; null becomes the type's default.</summary>
    /// <exception cref="ExpressionException">The value does not fit the type.</exception>
    public static T? To<T>(object? value)
    {
        if (value is T fits) return fits;
        if (value is null) return default;
        try
        {
            return (T?)To(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or JsonException or ArgumentException or NotSupportedException)
        {
            throw new ExpressionException($"The value {Shorten(Value.ToJson(value))} is no {(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name}.", e);
        }
    }

    private static object? To(object value, Type type)
    {
        if (type == typeof(string)) return ToText(value);
        if (type == typeof(bool)) return ToBoolean(value);
        if (type.IsEnum) return value is string name ? Enum.Parse(type, name, ignoreCase: true) : Enum.ToObject(type, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(value is string text ? text.Trim() : value, type, CultureInfo.InvariantCulture);
        if (type == typeof(TimeSpan) && value is string span) return TimeSpan.Parse(span, CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset) && value is string time) return DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (type == typeof(DateOnly) && value is string date) return DateOnly.Parse(date[..Math.Min(10, date.Length)], CultureInfo.InvariantCulture);
        if (type == typeof(Guid) && value is string id) return Guid.Parse(id);
        return JsonSerializer.Deserialize(Value.ToJson(value), type, PlainOptions);
    }

    private static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToJson(value),
    };

    /// <summary>True and false as such or as text; any other value as JavaScript sees it, so that conditions agree with Elsa's.</summary>
    private static bool ToBoolean(object value) => value switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out var parsed) => parsed,
        string text => text.Length > 0 && !string.Equals(text, "0", StringComparison.Ordinal),
        long number => number != 0,
        double number => number != 0,
        decimal number => number != 0,
        _ => true,
    };

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
