namespace FondsWorkflow.Fund.People;

/// <summary>Who acts. Rules ask it for role and quarter; every fact that is written carries its id.</summary>
/// <param name="Id">Stable id: the account's user id, or the applicant's e-mail address in lower case.</param>
/// <param name="Name">What people read beside the action, for example "Quartiersmanagement Baumheide".</param>
/// <param name="Role">The one role of this sign-in.</param>
/// <param name="Quarters">Keys of the quarters the role is bound to; empty for roles that work city-wide.</param>
public sealed record Actor(string Id, string Name, ActorRole Role, IReadOnlyList<string> Quarters)
{
    /// <summary>The engine itself, for timers and other acts without a person.</summary>
    public static Actor System { get; } = new("system", "FondsWorkflow", ActorRole.System, []);

    /// <summary>True when the role is not bound to quarters: office, finance, audit, administration and the engine.</summary>
    public bool IsCityWide => Role is ActorRole.Office or ActorRole.Finance or ActorRole.Auditor or ActorRole.Administrator or ActorRole.System;

    /// <summary>True when this actor may work on matters of <paramref name="quarterKey"/>.</summary>
    public bool WorksIn(string quarterKey) => IsCityWide || Quarters.Contains(quarterKey, StringComparer.Ordinal);

    /// <summary>True when both are the same person: the base of every "nobody decides the own case".</summary>
    public bool Is(string userId) => string.Equals(Id, userId, StringComparison.OrdinalIgnoreCase);
}
