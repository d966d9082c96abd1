namespace FondsWorkflow.Fund.People;

/// <summary>An account for a role, without a person's name.</summary>
/// <param name="UserId">Sign-in, an e-mail address, for example <c>management.baumheide@demo.example</c>.</param>
/// <param name="Name">What people read, for example "Quartiersmanagement Baumheide".</param>
/// <param name="Role">The role.</param>
/// <param name="Quarters">Quarter keys; empty for roles that work city-wide.</param>
public sealed record RoleAccount(string UserId, string Name, ActorRole Role, IReadOnlyList<string> Quarters)
{
    /// <summary>The actor this account is after signing in.</summary>
    public Actor ToActor() => new(UserId, Name, Role, Quarters);
}
