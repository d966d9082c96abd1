using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.SignIn;

/// <summary>Rules of signing in.</summary>
internal static class SignInRules
{
    public static readonly Rule LinkIsValid = new("SI1", "A sign-in link works once, for 30 minutes.");
}
