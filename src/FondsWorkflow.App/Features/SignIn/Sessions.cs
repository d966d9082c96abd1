using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace FondsWorkflow.App.Features.SignIn;

/// <summary>Starts and ends what a browser knows about its person. Nobody is a citizen and an official in one browser at once.</summary>
internal static class Sessions
{
    public static async Task StartCitizenAsync(HttpContext http, string email)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        await http.SignInAsync(Schemes.Citizen, FondsClaims.Citizen(email));
    }

    public static Task EndCitizenAsync(HttpContext http) => http.SignOutAsync(Schemes.Citizen);

    public static async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(Schemes.Citizen);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }

    /// <summary>The page of one's own work.</summary>
    public static string HomeOf(Fund.People.ActorRole role) => role switch
    {
        Fund.People.ActorRole.Applicant => "/antrag",
        Fund.People.ActorRole.Management => "/management",
        Fund.People.ActorRole.CircleMember => "/steuerungskreis",
        Fund.People.ActorRole.Office => "/bauamt",
        Fund.People.ActorRole.Finance => "/finanzen",
        Fund.People.ActorRole.Auditor => "/pruefung",
        Fund.People.ActorRole.Administrator => "/verwaltung",
        _ => "/",
    };
}
