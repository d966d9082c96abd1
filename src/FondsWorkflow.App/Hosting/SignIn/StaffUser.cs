using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Identity;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>A person of the administration, the management or the steering circle, who signs in with a password (and, if wanted, an authenticator app).</summary>
internal sealed class StaffUser : IdentityUser
{
    /// <summary>How the person is shown to others: a role, not a name, in the seeds.</summary>
    public required string DisplayName { get; set; }

    public required ActorRole Role { get; set; }

    /// <summary>Keys of the quarters the person works for; empty: all.</summary>
    public List<string> Quarters { get; set; } = [];

    /// <summary>Locked by a person, not by too many attempts.</summary>
    public bool IsLocked => LockoutEnd == DateTimeOffset.MaxValue;

    public static StaffUser Create(string email, string name, ActorRole role, IEnumerable<string> quarters, ILookupNormalizer normalizer) => new()
    {
        Id = email,
        UserName = email,
        NormalizedUserName = normalizer.NormalizeName(email),
        Email = email,
        NormalizedEmail = normalizer.NormalizeEmail(email),
        EmailConfirmed = true,
        DisplayName = name,
        Role = role,
        Quarters = [.. quarters],
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };

    public Actor ToActor() => new(Id, DisplayName, Role, Quarters);

    /// <summary>Whoever is signed in with it is out with the next check of the cookie, and whoever changes it at the same moment looks again.</summary>
    public void SignOut()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
