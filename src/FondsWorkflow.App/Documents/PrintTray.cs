using System.Security.Cryptography;
using System.Text;

namespace FondsWorkflow.App.Documents;

/// <summary>
/// What was printed for the running command before its transaction began: printing takes most of a second, and nobody else could write meanwhile.
/// The transaction takes from here what belongs to exactly its own HTML.
/// </summary>
internal sealed class PrintTray
{
    private readonly Dictionary<string, byte[]> _printed = new(StringComparer.Ordinal);

    public void Lay(string html, byte[] pdf) => _printed[KeyOf(html)] = pdf;

    public byte[]? Find(string html) => _printed.GetValueOrDefault(KeyOf(html));

    private static string KeyOf(string html) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
}
