using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Steering;

/// <summary>Who leads the circle's work: the management of the quarter, which takes the minutes, and the chair.</summary>
internal static class Leadership
{
    public static bool Has(Actor actor, string quarterKey, string? chairId) =>
        (actor.Role == ActorRole.Management && actor.WorksIn(quarterKey))
        || (actor.Role == ActorRole.CircleMember && chairId is not null && actor.Is(chairId));
}
