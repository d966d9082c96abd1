namespace FondsWorkflow.Banking;

/// <summary>Half a surrogate pair is no character, nor is U+FFFE: they become the replacement sign, because no normalisation and no encoding takes them.</summary>
internal static class UnicodeText
{
    private const char ReversedMark = '\uFFFE';

    internal static string Whole(string text) => HasHalfPair(text) ? string.Concat(text.EnumerateRunes()).Replace(ReversedMark, '\uFFFD') : text.Replace(ReversedMark, '\uFFFD');

    internal static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
