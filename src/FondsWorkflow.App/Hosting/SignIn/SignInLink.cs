namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>A link in a mail that works once: it signs a citizen in, or lets somebody of the house choose a password. Only its hash is stored.</summary>
internal sealed class SignInLink
{
    /// <summary>Where a link leads with which a password is chosen; it signs nobody in.</summary>
    public const string PasswordPath = "/kennwort";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Somebody who was invited may be on holiday.</summary>
    public static readonly TimeSpan PasswordLifetime = TimeSpan.FromDays(7);

    /// <summary>SHA-256 of the token in the link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Where to go after signing in, a path of this application; or <see cref="PasswordPath"/>.</summary>
    public required string ReturnPath { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsValid(DateTimeOffset now) => UsedAt is null && now - CreatedAt <= (ReturnPath == PasswordPath ? PasswordLifetime : Lifetime);
}
