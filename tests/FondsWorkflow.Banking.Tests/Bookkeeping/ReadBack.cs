using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

/// <summary>Reads bookkeeping files without any code of the library: what a finance system's own importer would do, in the smallest form.</summary>
internal static class ReadBack
{
    private static readonly Encoding Page1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>RFC 4180 with semicolons. Each row with the place of its first character and the one after its line break.</summary>
    internal static List<(string[] Cells, int From, int To)> Rows(string text)
    {
        var (rows, cells, cell, from, quoted) = (new List<(string[], int, int)>(), new List<string>(), new StringBuilder(), 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == ';') Next();
            else if (!quoted && text[i] == '\r' && text[i + 1] == '\n')
            {
                Next();
                rows.Add(([.. cells], from, i + 2));
                cells.Clear();
                from = ++i + 1;
            }
            else cell.Append(text[i]);
        }

        Assert.False(quoted, "a quote is open");
        Assert.Equal(text.Length, from);
        return rows;

        void Next()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    internal static string Utf8(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    internal static string Ansi(byte[] bytes) => Page1252.GetString(bytes);

    internal static byte[] AnsiBytes(string text) => Page1252.GetBytes(text);

    /// <summary>Cuts a line into columns of these widths.</summary>
    internal static string[] Fixed(string line, params int[] widths)
    {
        var from = 0;
        string[] cells = [.. widths.Select(width => line.Substring((from += width) - width, width))];
        Assert.Equal(line.Length, from);
        return cells;
    }

    /// <summary>The elements of a place by name; a missing one is an empty value.</summary>
    internal static ILookup<string, string> Elements(XElement place) => place.Elements().ToLookup(e => e.Name.LocalName, e => e.Value);

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static long Cents(string amount) => checked((long)(decimal.Parse(amount.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * 100));
}
