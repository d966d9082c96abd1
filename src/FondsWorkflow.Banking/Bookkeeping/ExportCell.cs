using System.Globalization;
using System.Xml;

namespace FondsWorkflow.Banking;

/// <summary>Turns one value into the text of its cell and says what was wrong or changed.</summary>
internal sealed class ExportCell(ExportProfile profile, PayoutExport export)
{
    private readonly ExportBytes _bytes = new(profile.Encoding);

    internal string Make(ExportColumn column, Func<string, object?> fields, Action<Problem> refuse, Action<string, string> remark)
    {
        var given = ExportValue.Of(column, fields, export.Settings);
        var mapped = Mapped(column, given, refuse);
        if (column.Required && mapped.Length == 0) refuse(Missing(column));
        CheckYear(column, fields, refuse);
        var value = Padded(column, mapped, refuse);
        var fit = _bytes.Fit(UnicodeText.Whole(value), out var stranger);
        if (stranger is not null) refuse(new(ProblemCode.ExportCharacter, stranger));
        CheckCharacters(column, fit, refuse);
        var guarded = profile.Audience == ExportAudience.Human && column.Format == ExportFormat.Text ? Guarded(fit, column, fields) : fit;
        var cut = Cut(column, guarded, refuse);
        if (!string.Equals(cut, value, StringComparison.Ordinal)) remark(value, cut);
        return cut;
    }

    private static Problem Missing(ExportColumn column) =>
        column.Setting is { } setting ? new(ProblemCode.ExportSettingMissing, setting) : new(ProblemCode.ExportValueMissing);

    private void CheckYear(ExportColumn column, Func<string, object?> fields, Action<Problem> refuse)
    {
        if (column.YearFrom is not { } setting || column.Field is null || fields(column.Field) is not DateOnly day) return;
        if (!DateOnly.TryParseExact(export.Settings.GetValueOrDefault(setting), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) refuse(new(ProblemCode.ExportSettingMissing, setting));
        else if (day < start || day >= start.AddYears(1)) refuse(new(ProblemCode.ExportOutsideYear, day, start));
    }

    private static string Mapped(ExportColumn column, string value, Action<Problem> refuse)
    {
        if (column.Map is not { } map || value.Length == 0) return value;
        if (map.TryGetValue(value, out var mapped)) return mapped;
        refuse(new(ProblemCode.ExportValueNotListed, value));
        return "";
    }

    private string Padded(ExportColumn column, string value, Action<Problem> refuse)
    {
        if (column.ZerosTo is not { } setting || value.Length == 0) return value;
        if (int.TryParse(export.Settings.GetValueOrDefault(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width < 100)
        {
            return value.PadLeft(width, '0');
        }

        refuse(new(ProblemCode.ExportSettingMissing, setting));
        return value;
    }

    private void CheckCharacters(ExportColumn column, string value, Action<Problem> refuse)
    {
        if (profile.Layout != ExportLayout.Delimited && value.AsSpan().ContainsAny('\r', '\n')) refuse(new(ProblemCode.ExportLineBreak));
        foreach (var c in value)
        {
            if (IsAllowed(column, c)) continue;
            refuse(new(ProblemCode.ExportCharacter, c.ToString()));
            return;
        }
    }

    private bool IsAllowed(ExportColumn column, char c) =>
        (profile.Layout != ExportLayout.Xml || XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
        && (!column.Digits || char.IsAsciiDigit(c))
        && (column.Allowed is null || char.IsAsciiLetterOrDigit(c) || column.Allowed.Contains(c, StringComparison.Ordinal));

    /// <summary>A spreadsheet computes what begins like this; numbers of our own making are safe.</summary>
    private static string Guarded(string value, ExportColumn column, Func<string, object?> fields) =>
        value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' && (column.Field is null || fields(column.Field) is not Money)
            ? "'" + value
            : value;

    private static string Cut(ExportColumn column, string value, Action<Problem> refuse)
    {
        if ((column.Max ?? column.Width) is not { } max || value.Length <= max) return value;
        if (!column.Cut) refuse(new(ProblemCode.ExportTooLong, value.Length, max));
        return char.IsHighSurrogate(value[max - 1]) ? value[..(max - 1)] : value[..max];
    }
}
