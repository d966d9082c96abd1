using System.Globalization;
using System.Text.RegularExpressions;

namespace FondsWorkflow.Banking;

/// <summary>Makes the text of one column from the fields around it.</summary>
internal static partial class ExportValue
{
    internal static string Of(ExportColumn column, Func<string, object?> fields, IReadOnlyDictionary<string, string> settings)
    {
        if (column.When is { } when && when.Any(w => !string.Equals(Print(fields(w.Key), ExportFormat.Text), w.Value, StringComparison.Ordinal))) return "";
        if (column.Constant is { } constant) return constant;
        if (column.Setting is { } setting) return settings.GetValueOrDefault(setting, "");
        if (column.Template is { } template) return Placeholder().Replace(template, m => Print(fields(m.Groups["field"].Value), column.Format));
        return column.Field is { } field ? Print(fields(field), column.Format) : "";
    }

    internal static IEnumerable<string> FieldsOf(ExportColumn column)
    {
        if (column.Field is { } field) yield return field;
        foreach (var key in column.When?.Keys ?? []) yield return key;
        if (column.Template is null) yield break;
        foreach (Match match in Placeholder().Matches(column.Template)) yield return match.Groups["field"].Value;
    }

    internal static bool Fits(ExportFormat format, Type type) => format switch
    {
        ExportFormat.Text => true,
        ExportFormat.AmountComma or ExportFormat.AmountPoint or ExportFormat.Cents => type == typeof(Money),
        ExportFormat.Timestamp => type == typeof(DateTimeOffset),
        _ => type == typeof(DateOnly) || type == typeof(DateTimeOffset),
    };

    private static string Print(object? value, ExportFormat format) => value switch
    {
        null => "",
        Money money => Amount(money, format),
        DateOnly day => Day(day, format),
        DateTimeOffset instant => Instant(instant, format),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Amount(Money money, ExportFormat format) => format switch
    {
        ExportFormat.AmountPoint => money.ToInvariantString(),
        ExportFormat.Cents => money.Cents.ToString(CultureInfo.InvariantCulture),
        _ => money.ToInvariantString().Replace('.', ','),
    };

    private static string Day(DateOnly day, ExportFormat format) => day.ToString(
        format switch { ExportFormat.DateGerman => "dd.MM.yyyy", ExportFormat.DateCompact => "yyyyMMdd", ExportFormat.DayMonth => "ddMM", _ => "yyyy-MM-dd" },
        CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant, ExportFormat format) => format switch
    {
        ExportFormat.Text => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ExportFormat.Timestamp => instant.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture),
        _ => Day(TargetCalendar.LocalDate(instant), format),
    };

    [GeneratedRegex(@"\{(?<field>[A-Za-z0-9]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
