using System.Security.Cryptography;
using System.Text;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>The data that certifications vouch for, as a fingerprint.</summary>
internal static class PayoutData
{
    /// <summary>SHA-256, lower-case hex. Parts are length-prefixed, so that no two different payouts read alike.</summary>
    public static string Hash(Guid payoutId, Money amount, Payee payee)
    {
        string[] parts = [payoutId.ToString("N"), amount.ToInvariantString(), payee.Iban.Value, payee.Name];
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part};"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
