using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>The characters of an encoding, and how others are written with them.</summary>
internal sealed class ExportBytes
{
    private static readonly HashSet<int> In1252 = [.. Page1252().GetString([.. Enumerable.Range(0, 256).Select(b => (byte)b)]).Select(c => (int)c)];

    private readonly bool _is1252;

    internal ExportBytes(ExportEncoding encoding)
    {
        _is1252 = encoding == ExportEncoding.Windows1252;
        Encoding = _is1252 ? Page1252() : new UTF8Encoding(false, throwOnInvalidBytes: true);
        Preamble = encoding == ExportEncoding.Utf8Bom ? [0xEF, 0xBB, 0xBF] : [];
    }

    internal Encoding Encoding { get; }

    internal byte[] Preamble { get; }

    /// <summary>The text in characters the encoding has; <paramref name="stranger"/> is the first that can't be written.</summary>
    internal string Fit(string text, out string? stranger)
    {
        stranger = null;
        if (!_is1252 && !HasHalfPair(text)) return text;
        if (text.All(char.IsAscii)) return text;
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var written = In1252.Contains(rune.Value) ? rune.ToString() : LatinLetters.Write(rune, r => In1252.Contains(r.Value));
            if (written.Length == 0) stranger ??= rune.ToString();
            fit.Append(written);
        }

        return fit.ToString();
    }

    internal static string Whole(string text) => HasHalfPair(text) ? string.Concat(text.EnumerateRunes()) : text;

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static Encoding Page1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
}
