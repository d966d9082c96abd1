namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>A link in a mail that signs a citizen in: works once, for 30 minutes; only its hash is stored.</summary>
internal sealed class SignInLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>SHA-256 of the token in the link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Where to go after signing in, a path of this application.</summary>
    public required string ReturnPath { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
