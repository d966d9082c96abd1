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
        if (!_is1252 && !UnicodeText.HasHalfPair(text)) return text;
        if (text.All(char.IsAscii)) return text;
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var losesLetter = false;
            var written = In1252.Contains(rune.Value) ? rune.ToString() : LatinLetters.Write(rune, r => In1252.Contains(r.Value), out losesLetter);
            if (written.Length == 0 || losesLetter) stranger ??= rune.ToString();
            fit.Append(written);
        }

        return fit.ToString();
    }

    private static Encoding Page1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
}
