using System.Security.Claims;
using FondsWorkflow.Fund.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Carries an <see cref="Actor"/> through the sign-in cookie and back.</summary>
internal static class FondsClaims
{
    private const string Quarter = "fonds:quarter";
    private const string DisplayName = "fonds:name";

    public static void Add(ClaimsIdentity identity, Actor actor)
    {
        identity.AddClaim(new Claim(ClaimTypes.Role, actor.Role.ToString()));
        identity.AddClaim(new Claim(DisplayName, actor.Name));
        identity.AddClaims(actor.Quarters.Select(q => new Claim(Quarter, q)));
    }

    public static ClaimsPrincipal Citizen(string email)
    {
        var identity = new ClaimsIdentity(Schemes.Citizen, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, email));
        identity.AddClaim(new Claim(ClaimTypes.Name, email));
        Add(identity, new Actor(email, email, ActorRole.Applicant, []));
        return new ClaimsPrincipal(identity);
    }

    public static Actor? ToActor(this ClaimsPrincipal principal)
        => principal.Identity?.IsAuthenticated == true
            && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && Enum.TryParse<ActorRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(id, principal.FindFirstValue(DisplayName) ?? id, role, [.. principal.FindAll(Quarter).Select(c => c.Value)])
            : null;
}

/// <summary>Puts role, quarters and the shown name of a staff account into its cookie.</summary>
internal sealed class StaffClaimsFactory(UserManager<StaffUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<StaffUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        FondsClaims.Add(identity, user.ToActor());
        return identity;
    }
}
