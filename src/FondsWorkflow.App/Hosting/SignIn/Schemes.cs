namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Names of the cookies people are signed in with.</summary>
internal static class Schemes
{
    /// <summary>Chooses between the two below.</summary>
    public const string Fonds = "Fonds";

    /// <summary>Citizens who came by a link in a mail.</summary>
    public const string Citizen = "Fonds.Citizen";
}
