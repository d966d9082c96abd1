using System.Buffers;
using System.Globalization;
using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>Maps texts to the characters of one profile, character by character, and notes what it changes.</summary>
internal sealed class SepaMapper
{
    /// <summary>Below it nothing composes.</summary>
    private const int FirstMark = 0x300;

    /// <summary>Below it, quotes and dashes included, stands nearly all that people write.</summary>
    private const int FirstRare = 0x20D0;

    private readonly SearchValues<char> _allowed;
    private readonly Func<Rune, bool> _isAllowed;
    private readonly Written[] _common;

    internal SepaMapper(SearchValues<char> allowed)
    {
        _allowed = allowed;
        _isAllowed = rune => rune.IsBmp && allowed.Contains((char)rune.Value);
        _common = [.. Enumerable.Range(0, FirstRare).Select(c => Look(new Rune(c)))];
    }

    /// <summary>Whether a text goes to the bank unchanged: the common case, told without building anything.</summary>
    internal bool Fits(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExcept(_allowed)
        && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>The text for a bank, and whether letters are gone. <paramref name="changes"/> gets every change, each once.</summary>
    internal string Map(string text, List<SepaChange>? changes, out bool losesLetters)
    {
        losesLetters = false;
        var (mapped, afterSpace) = (new StringBuilder(text.Length + 16), true);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            var written = rune.Value < FirstRare ? _common[rune.Value] : Look(rune);
            foreach (var c in written.Text)
            {
                if (c is not ' ' || !afterSpace) mapped.Append(c);
                afterSpace = c is ' ';
            }

            losesLetters |= written.Change == SepaChangeKind.Lost;
            if (changes is not null && written.Change is { } kind) Note(changes, new(rune.ToString(), written.Text, kind));
        }

        return mapped.ToString(0, mapped.Length - (afterSpace && mapped.Length > 0 ? 1 : 0));
    }

    private static void Note(List<SepaChange> changes, SepaChange change)
    {
        if (!changes.Contains(change)) changes.Add(change);
    }

    private static string Composed(string text)
    {
        foreach (var c in text)
        {
            if (c >= FirstMark && c is < '\u2010' or >= (char)FirstRare) return UnicodeText.Whole(text).Normalize(NormalizationForm.FormC);
        }

        return text;
    }

    private Written Look(Rune rune)
    {
        if (_isAllowed(rune)) return new(rune.ToString(), null);
        if (Rune.IsWhiteSpace(rune)) return new(" ", null);
        var text = LatinLetters.Write(rune, _isAllowed, out var losesLetter);
        return new(text, losesLetter ? SepaChangeKind.Lost : text.Length > 0 || IsMark(rune) ? SepaChangeKind.Replaced : SepaChangeKind.Removed);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value is >= FirstMark and < 0x370;

    private readonly record struct Written(string Text, SepaChangeKind? Change);
}
