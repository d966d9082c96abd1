using System.Security.Cryptography;
using System.Text;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Makes and redeems the links that sign citizens in. Call inside a command: the row belongs to its transaction.</summary>
internal sealed class MailLinks(FondsDb db, TimeProvider clock)
{
    private const int TokenBytes = 32;

    /// <returns>The token to put into the mail; it is stored nowhere.</returns>
    public string Create(string email, string returnPath)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        db.SignInLinks.Add(new SignInLink { TokenHash = Hash(token), Email = email, ReturnPath = returnPath, CreatedAt = clock.GetUtcNow() });
        return token;
    }

    /// <returns>The link, now used; null when it is unknown, used or older than <see cref="SignInLink.Lifetime"/>.</returns>
    public async Task<SignInLink?> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Hash(token);
        var link = await db.SignInLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
        var now = clock.GetUtcNow();
        if (link is null || link.UsedAt is not null || now - link.CreatedAt > SignInLink.Lifetime)
        {
            return null;
        }

        link.UsedAt = now;
        return link;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
