using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>Puts the cells of a line together.</summary>
internal static class ExportLine
{
    internal static string Of(ExportProfile profile, string element, IReadOnlyList<ExportColumn> columns, IReadOnlyList<string> cells) => profile.Layout switch
    {
        ExportLayout.FixedWidth => string.Concat(columns.Zip(cells, Fixed)),
        ExportLayout.Xml => Xml(element, columns, cells),
        _ => string.Join(profile.Delimiter, columns.Zip(cells, (column, cell) => Delimited(profile, cell, column.Quoted))),
    };

    internal static string Titles(ExportProfile profile) => profile.Layout == ExportLayout.FixedWidth
        ? string.Concat(profile.Each.Select(c => Fixed(c with { AlignRight = false, Fill = " " }, c.Title[..Math.Min(c.Title.Length, c.Width ?? 0)])))
        : string.Join(profile.Delimiter, profile.Each.Select(c => Delimited(profile, c.Title, quoted: false)));

    private static string Delimited(ExportProfile profile, string cell, bool quoted) =>
        quoted || cell.Contains(profile.Delimiter, StringComparison.Ordinal) || cell.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static string Fixed(ExportColumn column, string cell)
    {
        var width = column.Width ?? 0;
        if (column is { AlignRight: true, Fill: "0" } && IsNegative(cell)) return "-" + cell[1..].PadLeft(width - 1, '0');
        return column.AlignRight ? cell.PadLeft(width, column.Fill[0]) : cell.PadRight(width, column.Fill[0]);
    }

    /// <summary>Zeros belong between sign and number: <c>000-500</c> is no number to anybody.</summary>
    private static bool IsNegative(string cell) => cell is ['-', ..] && !cell.AsSpan(1).ContainsAnyExcept("0123456789,.");

    private static string Xml(string element, IReadOnlyList<ExportColumn> columns, IReadOnlyList<string> cells) =>
        new XElement(element, columns.Zip(cells, (column, cell) => cell.Length == 0 ? null : new XElement(column.Title, cell))).ToString(SaveOptions.DisableFormatting);
}
