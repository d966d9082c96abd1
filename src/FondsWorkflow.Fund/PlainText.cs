using System.Globalization;
using System.Text;

namespace FondsWorkflow.Fund;

/// <summary>Text that people typed, made fit for letters and lists: no control, zero-width or direction characters, no blank ends.</summary>
internal static class PlainText
{
    /// <summary>The readable part of <paramref name="text"/> in normal form C; line breaks stay, null is empty.</summary>
    public static string Of(string? text)
    {
        var readable = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(IsReadable))
        {
            readable.Append(rune);
        }

        return readable.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static bool IsReadable(Rune rune) =>
        rune.Value == '\n' || (rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
