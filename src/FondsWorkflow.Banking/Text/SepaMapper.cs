using System.Buffers;
using System.Globalization;
using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>Maps one text, character by character, and notes what it changed.</summary>
internal sealed class SepaMapper(SearchValues<char> allowed)
{
    private readonly StringBuilder _text = new();
    private readonly List<SepaChange> _changes = [];

    internal SepaText Map(string text)
    {
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            Append(rune);
        }

        return new(SingleSpaces(_text), _changes);
    }

    private void Append(Rune rune)
    {
        if (IsAllowed(rune))
        {
            _text.Append((char)rune.Value);
            return;
        }

        if (IsSpace(rune))
        {
            _text.Append(' ');
            return;
        }

        var written = LatinLetters.Write(rune, IsAllowed);
        var kind = written.Length > 0 || IsMark(rune) ? SepaChangeKind.Replaced : Rune.IsLetter(rune) ? SepaChangeKind.Lost : SepaChangeKind.Removed;
        var change = new SepaChange(rune.ToString(), written, kind);
        if (!_changes.Contains(change)) _changes.Add(change);
        _text.Append(written);
    }

    private bool IsAllowed(Rune rune) => rune.IsBmp && allowed.Contains((char)rune.Value);

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value is >= 0x300 and < 0x370;

    /// <summary>Half a surrogate pair is no character: it becomes the replacement sign, and is reported as removed.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static string SingleSpaces(StringBuilder text) =>
        string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
