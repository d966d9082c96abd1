namespace FondsWorkflow.Banking;

/// <summary>Half a surrogate pair is no character: it becomes the replacement sign, because no normalisation and no encoding takes it.</summary>
internal static class UnicodeText
{
    internal static string Whole(string text) => HasHalfPair(text) ? string.Concat(text.EnumerateRunes()) : text;

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
