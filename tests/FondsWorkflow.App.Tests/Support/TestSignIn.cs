using System.Security.Claims;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Real sign-in cookies without walking through the sign-in pages, which have tests of their own.</summary>
internal static class TestSignIn
{
    public static string Cookie(IServiceProvider services, Actor actor)
    {
        var scheme = actor.Role == ActorRole.Applicant ? Schemes.Citizen : IdentityConstants.ApplicationScheme;
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var properties = new AuthenticationProperties
        {
            IssuedUtc = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            ExpiresUtc = services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(8),
        };
        var ticket = new AuthenticationTicket(Principal(actor, scheme), properties, scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private static ClaimsPrincipal Principal(Actor actor, string scheme)
    {
        if (actor.Role == ActorRole.Applicant)
        {
            return FondsClaims.Citizen(actor.Id);
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.Id), new(ClaimTypes.Name, actor.Id)], scheme, ClaimTypes.Name, ClaimTypes.Role);
        FondsClaims.Add(identity, actor);
        return new ClaimsPrincipal(identity);
    }
}
