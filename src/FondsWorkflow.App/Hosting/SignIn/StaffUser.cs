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

    public Actor ToActor() => new(Id, DisplayName, Role, Quarters);
}
