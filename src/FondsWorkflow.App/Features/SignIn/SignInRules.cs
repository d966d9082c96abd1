using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.SignIn;

/// <summary>Rules of signing in.</summary>
internal static class SignInRules
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 200;

    public static readonly Rule LinkIsValid = new("SI1", "A sign-in link works once, for 30 minutes.");

    public static readonly Rule AddressAndPasswordFit = new("SI2", "Address and password belong together.");

    public static readonly Rule NotLocked = new("SI3", "An account rests after too many attempts.");

    public static readonly Rule CodeFits = new("SI4", "The code is the app's current one, or a recovery code that was not used.");

    public static readonly Rule OldPasswordFits = new("SI5", "Whoever changes the password knows the old one.");

    public static readonly Rule PasswordIsLongEnough = new("SI6", "A password has twelve characters or more.");

    public static readonly Rule PasswordLinkIsValid = new("SI7", "A link to choose a password works once, for seven days.");

    public static readonly Rule AppIsPrepared = new("SI8", "An app is turned on with the key that was shown before.");

    /// <summary>What is wrong with a new password.</summary>
    public static IReadOnlyList<RuleProblem> OfPassword(string password, string field)
        => password.Length is >= ShortestPassword and <= LongestPassword ? [] : [new(PasswordIsLongEnough, field, [ShortestPassword, LongestPassword])];
}
