using System.Security.Cryptography;
using System.Text;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Makes and redeems links that work once. Call inside a command: the row belongs to its transaction.</summary>
internal sealed class MailLinks(FondsDb db, TimeProvider clock)
{
    private const int TokenBytes = 32;

    /// <summary>A link that signs a citizen in.</summary>
    /// <returns>The token to put into the mail; only its hash is stored, and the mail forgets it once it is sent.</returns>
    public string Create(string email, string returnPath)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        db.SignInLinks.Add(new SignInLink { TokenHash = Hash(token), Email = email, ReturnPath = returnPath, CreatedAt = clock.GetUtcNow() });
        return token;
    }

    /// <summary>A link with which an account chooses its password; the ones before stop working.</summary>
    /// <returns>The token, as above.</returns>
    public async Task<string> CreateForPasswordAsync(string email, CancellationToken cancellationToken)
    {
        await EndPasswordLinksAsync(email, cancellationToken);
        return Create(email, SignInLink.PasswordPath);
    }

    /// <summary>No link that was sent to this account works any more.</summary>
    public async Task EndPasswordLinksAsync(string email, CancellationToken cancellationToken)
    {
        foreach (var link in await db.SignInLinks.Where(l => l.Email == email && l.ReturnPath == SignInLink.PasswordPath && l.UsedAt == null).ToListAsync(cancellationToken))
        {
            link.UsedAt = clock.GetUtcNow();
        }
    }

    /// <returns>The sign-in link, now used; null when it is unknown, used or too old.</returns>
    public Task<SignInLink?> RedeemAsync(string token, CancellationToken cancellationToken) => RedeemAsync(token, forPassword: false, cancellationToken);

    /// <returns>The link to choose a password, now used; null when it is unknown, used or too old.</returns>
    public Task<SignInLink?> RedeemForPasswordAsync(string token, CancellationToken cancellationToken) => RedeemAsync(token, forPassword: true, cancellationToken);

    private async Task<SignInLink?> RedeemAsync(string token, bool forPassword, CancellationToken cancellationToken)
    {
        var hash = Hash(token);
        var link = await db.SignInLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
        var now = clock.GetUtcNow();
        if (link is null || link.ReturnPath == SignInLink.PasswordPath != forPassword || !link.IsValid(now))
        {
            return null;
        }

        link.UsedAt = now;
        return link;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
