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

    /// <summary>Most characters that one of them nearly always becomes; for more the room is made as it comes.</summary>
    private const int MostOfOne = 3;

    private static readonly SepaChange SpaceTooMany = new(" ", "", SepaChangeKind.Spaced);

    /// <summary>One for all texts that a thread maps; grows with the longest.</summary>
    [ThreadStatic]
    private static char[]? kept;

    private readonly SearchValues<char> _allowed;
    private readonly Func<Rune, bool> _isAllowed;
    private readonly Written[] _common;

    /// <summary>What nearly all of them become, when nobody asks for the changes; null for the others.</summary>
    private readonly string?[] _short;

    internal SepaMapper(SearchValues<char> allowed)
    {
        _allowed = allowed;
        _isAllowed = rune => rune.IsBmp && allowed.Contains((char)rune.Value);
        _common = [.. Enumerable.Range(0, FirstRare).Select(c => Look(new Rune(c)))];
        _short = Array.ConvertAll(_common, w => w is { Text.Length: <= MostOfOne, Change: not SepaChangeKind.Lost } ? w.Text : null);
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
        var rest = Composed(text).AsSpan();
        var (chars, length) = (Room(MostOfOne * rest.Length), 0);
        while (true)
        {
            var run = rest.IndexOfAnyExcept(_allowed);
            if (run < 0) run = rest.Length;
            rest[..run].CopyTo(chars.AsSpan(length));
            length += run;
            if (run == rest.Length) break;

            rest = rest[run..];
            if (rest[0] < FirstRare && changes is null && _short[rest[0]] is { } few)
            {
                foreach (var c in few) chars[length++] = c;
                rest = rest[1..];
                continue;
            }

            Rune.DecodeFromUtf16(rest, out var rune, out var read);
            rest = rest[read..];
            var written = rune.Value < FirstRare ? _common[rune.Value] : Look(rune);
            chars = Room(length + written.Text.Length + (MostOfOne * rest.Length));
            foreach (var c in written.Text) chars[length++] = c;
            losesLetters |= written.Change == SepaChangeKind.Lost;
            if (changes is not null && written.Change is { } kind) Note(changes, new(rune.ToString(), written.Text, kind));
        }

        var single = SingleSpaced(chars.AsSpan(0, length));
        if (changes is not null && single.Length < length) Note(changes, SpaceTooMany);
        return single;
    }

    /// <summary>The same without spaces at the ends and with one where there are several.</summary>
    private static ReadOnlySpan<char> SingleSpaced(Span<char> text)
    {
        if (text.IndexOf("  ") is not -1 and var doubled)
        {
            var length = doubled + 1;
            for (var i = length; i < text.Length; i++)
            {
                if (text[i] != ' ' || text[length - 1] != ' ') text[length++] = text[i];
            }

            text = text[..length];
        }

        return text.Trim(' ');
    }

    /// <summary>The thread's characters, at least so many, with what stands in them.</summary>
    private static char[] Room(int length)
    {
        if (kept is null || kept.Length < length) Array.Resize(ref kept, Math.Max(length, 2 * (kept?.Length ?? 128)));
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
        if (Rune.IsWhiteSpace(rune)) return new(" ", SepaChangeKind.Spaced);
        var text = LatinLetters.Write(rune, _isAllowed, out var losesLetter);
        return new(text, losesLetter ? SepaChangeKind.Lost : text.Length > 0 || IsMark(rune) ? SepaChangeKind.Replaced : SepaChangeKind.Removed);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value is >= FirstMark and < 0x370;

    private readonly record struct Written(string Text, SepaChangeKind? Change);
}
