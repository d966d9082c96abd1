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
        var mapped = new Mapped(kept ??= new char[256]);
        for (var rest = Composed(text).AsSpan(); rest.Length > 0;)
        {
            var run = rest.IndexOfAnyExcept(_allowed);
            mapped.Append(run < 0 ? rest : rest[..run]);
            if (run < 0) break;
            Rune.DecodeFromUtf16(rest[run..], out var rune, out var length);
            rest = rest[(run + length)..];
            var written = rune.Value < FirstRare ? _common[rune.Value] : Look(rune);
            mapped.Append(written.Text);
            losesLetters |= written.Change == SepaChangeKind.Lost;
            if (changes is not null && written.Change is { } kind) Note(changes, new(rune.ToString(), written.Text, kind));
        }

        kept = mapped.Chars;
        return mapped.ToString();
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

    /// <summary>What is mapped so far: one space where there were several and none at the beginning.</summary>
    private ref struct Mapped(char[] chars)
    {
        private int _length;

        internal char[] Chars { get; private set; } = chars;

        private readonly bool EndsWithSpace => _length == 0 || Chars[_length - 1] == ' ';

        internal void Append(ReadOnlySpan<char> text)
        {
            if (EndsWithSpace) text = text.TrimStart(' ');
            for (var doubled = text.IndexOf("  "); doubled >= 0; doubled = text.IndexOf("  "))
            {
                Copy(text[..(doubled + 1)]);
                text = text[(doubled + 1)..].TrimStart(' ');
            }

            Copy(text);
        }

        /// <summary>The text, without a space at the end.</summary>
        public override readonly string ToString() => new(Chars, 0, _length > 0 && EndsWithSpace ? _length - 1 : _length);

        private void Copy(ReadOnlySpan<char> text)
        {
            if (_length + text.Length > Chars.Length)
            {
                var larger = Chars;
                Array.Resize(ref larger, 2 * (_length + text.Length));
                Chars = larger;
            }

            text.CopyTo(Chars.AsSpan(_length));
            _length += text.Length;
        }
    }
}
