using System.Globalization;
using System.Text;

namespace FondsWorkflow.Fund;

/// <summary>
/// Makes text safe to show, print and send: control, zero-width and bidirectional formatting characters go, accents are composed (NFC), blanks are trimmed. What is left empty is null.
/// </summary>
public static class PlainText
{
    /// <summary>A text of several lines; nothing is empty.</summary>
    public static string Of(string? text) => Clean(text) ?? "";

    /// <summary>A text of one line: line breaks and tabs become one blank.</summary>
    public static string? Line(string? text)
        => Clean(text) is { } clean ? string.Join(' ', clean.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;

    /// <summary>A text of several lines: line breaks become <c>\n</c>, tabs blanks.</summary>
    public static string? Lines(string? text) => Clean(text);

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            Append(clean, rune);
        }

        var result = clean.ToString().Normalize(NormalizationForm.FormC).Trim();
        return result.Length == 0 ? null : result;
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029 or 0x85)
        {
            clean.Append('\n');
        }
        else if (rune.Value == '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
        {
            clean.Append(' ');
        }
        else if (IsVisible(rune))
        {
            clean.Append(rune.ToString());
        }
    }

    // Format covers zero-width, bidi and tag characters; a lone surrogate arrives as U+FFFD.
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
