namespace FondsWorkflow.App.Documents;

/// <summary>What a file really is: told by its first bytes, never by its name or by what the browser says.</summary>
internal static class FileContent
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    /// <summary>Readers accept the mark of a PDF anywhere in its first kilobyte; so do we, because scanners write something before it.</summary>
    private const int PdfMarkWithin = 1024;

    private static readonly (string Type, string[] Extensions, string[] Claims)[] Known =
    [
        (Pdf, [".pdf"], [Pdf, "application/x-pdf"]),
        (Jpeg, [".jpg", ".jpeg", ".jpe"], [Jpeg, "image/jpg", "image/pjpeg"]),
        (Png, [".png"], [Png, "image/x-png"]),
    ];

    /// <summary>PDF, JPEG or PNG; null for everything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
        => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
            : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
            : content[..Math.Min(content.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 ? Pdf
            : null;

    /// <summary>True when the file's name and what the sender says of it don't speak of another kind of file.</summary>
    public static bool Agrees(string type, string fileName, string? claim)
    {
        var known = Known.Single(k => k.Type == type);
        return known.Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase)
            && (string.IsNullOrWhiteSpace(claim) || claim == "application/octet-stream" || known.Claims.Contains(claim.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase));
    }
}
