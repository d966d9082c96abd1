using System.Buffers;
using System.Globalization;
using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>Maps texts to the characters of one profile, character by character, and notes what it changes.</summary>
internal sealed class SepaMapper
{
    /// <summary>Below it nothing composes, and nearly all that people write in German stands there.</summary>
    private const int FirstMark = 0x300;

    private readonly SearchValues<char> _allowed;
    private readonly Func<Rune, bool> _isAllowed;
    private readonly Written[] _common;

    internal SepaMapper(SearchValues<char> allowed)
    {
        _allowed = allowed;
        _isAllowed = rune => rune.IsBmp && allowed.Contains((char)rune.Value);
        _common = [.. Enumerable.Range(0, FirstMark).Select(c => Look(new Rune(c)))];
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
        var mapped = new StringBuilder(text.Length + 16);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            var written = rune.Value < FirstMark ? _common[rune.Value] : Look(rune);
            foreach (var c in written.Text) Append(mapped, c);
            losesLetters |= written.Change == SepaChangeKind.Lost;
            if (changes is not null && written.Change is { } kind) Note(changes, new(rune.ToString(), written.Text, kind));
        }

        return mapped.ToString(0, mapped.Length - (mapped.Length > 0 && mapped[^1] is ' ' ? 1 : 0));
    }

    /// <summary>Single spaces, none at the beginning.</summary>
    private static void Append(StringBuilder mapped, char c)
    {
        if (c is not ' ' || (mapped.Length > 0 && mapped[^1] is not ' ')) mapped.Append(c);
    }

    private static void Note(List<SepaChange> changes, SepaChange change)
    {
        if (!changes.Contains(change)) changes.Add(change);
    }

    private static string Composed(string text) =>
        text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstMark - 1)) ? UnicodeText.Whole(text).Normalize(NormalizationForm.FormC) : text;

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
