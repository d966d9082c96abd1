using System.Buffers;
using System.Globalization;
using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>Maps texts to the characters of one profile, run by run, and notes what it changes.</summary>
internal sealed class SepaMapper
{
    /// <summary>Below it nothing composes.</summary>
    private const int FirstMark = 0x300;

    /// <summary>Below it, quotes and dashes included, stands nearly all that people write.</summary>
    private const int FirstRare = 0x20D0;

    /// <summary>One for all texts that a thread maps; grows with the longest.</summary>
    [ThreadStatic]
    private static char[]? kept;

    private readonly SearchValues<char> _allowed;
    private readonly Func<Rune, bool> _isAllowed;
    private readonly Written[] _common;

    /// <summary>What stays one character and is no change worth telling; NUL for all others.</summary>
    private readonly char[] _plain;

    internal SepaMapper(SearchValues<char> allowed)
    {
        _allowed = allowed;
        _isAllowed = rune => rune.IsBmp && allowed.Contains((char)rune.Value);
        _common = [.. Enumerable.Range(0, FirstRare).Select(c => Look(new Rune(c)))];
        _plain = Array.ConvertAll(_common, w => w is { Change: null, Text: [var c] } ? c : '\0');
    }

    /// <summary>Whether a text goes to the bank unchanged: the common case, told without building anything.</summary>
    internal bool Fits(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExcept(_allowed)
        && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>
    /// The text for a bank, with one space where there are several and none at the ends, and whether letters are gone. <paramref name="changes"/> gets every change, each once.
    /// What is returned holds until the thread maps the next text.
    /// </summary>
    internal ReadOnlySpan<char> Map(string text, List<SepaChange>? changes, out bool losesLetters)
    {
        losesLetters = false;
        text = Composed(text);
        var (chars, length) = (Room(text.Length), 0);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < FirstRare && _plain[text[i]] is var plain and not '\0')
            {
                i++;
                length = Append(chars, length, plain);
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var read);
            i += read;
            var written = rune.Value < FirstRare ? _common[rune.Value] : Look(rune);
            chars = Room(length + written.Text.Length + text.Length - i);
            foreach (var c in written.Text) length = Append(chars, length, c);
            losesLetters |= written.Change == SepaChangeKind.Lost;
            if (changes is not null && written.Change is { } kind) Note(changes, new(rune.ToString(), written.Text, kind));
        }

        return chars.AsSpan(0, length > 0 && chars[length - 1] == ' ' ? length - 1 : length);
    }

    private static int Append(char[] chars, int length, char c)
    {
        if (c == ' ' && (length == 0 || chars[length - 1] == ' ')) return length;
        chars[length] = c;
        return length + 1;
    }

    /// <summary>The thread's characters, at least so many, with what stands in them.</summary>
    private static char[] Room(int length)
    {
        if (kept is null || kept.Length < length) Array.Resize(ref kept, Math.Max(256, 2 * length));
        return kept;
    }

    private static void Note(List<SepaChange> changes, SepaChange change)
    {
        if (!changes.Contains(change)) changes.Add(change);
    }

    private static string Composed(string text)
    {
        var chars = text.AsSpan();
        return chars.IndexOfAnyInRange((char)FirstMark, '\u200F') < 0 && chars.IndexOfAnyInRange((char)FirstRare, '\uFFFF') < 0
            ? text
            : UnicodeText.Whole(text).Normalize(NormalizationForm.FormC);
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
