namespace FondsWorkflow.App.Features.Applications.Attach;

/// <summary>What a file is, by its first bytes; name and sender only may agree or not.</summary>
internal static class FileKinds
{
    private const string Pdf = "application/pdf";
    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";

    private static readonly (string Type, byte[] Start, string[] Extensions, string[] Claims)[] Known =
    [
        (Pdf, "%PDF-"u8.ToArray(), [".pdf"], [Pdf, "application/x-pdf"]),
        (Jpeg, [0xFF, 0xD8, 0xFF], [".jpg", ".jpeg", ".jpe"], [Jpeg, "image/jpg", "image/pjpeg"]),
        (Png, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], [".png"], [Png, "image/x-png"]),
    ];

    /// <summary>The content type, or null when it is none of ours.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (type, start, _, _) in Known)
        {
            if (content.StartsWith(start))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>True when the file's name and what the sender says of it don't speak of another kind of file.</summary>
    public static bool Agrees(string type, string fileName, string? claim)
    {
        var known = Known.Single(k => k.Type == type);
        return known.Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase)
            && (string.IsNullOrWhiteSpace(claim) || claim == "application/octet-stream" || known.Claims.Contains(claim.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase));
    }
}
