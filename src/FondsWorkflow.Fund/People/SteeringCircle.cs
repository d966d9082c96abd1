namespace FondsWorkflow.Fund.People;

/// <summary>The body in the quarter that decides on every application (Steuerungskreis).</summary>
/// <param name="Key">Lower-case key, for example <c>sk_baumheide</c>.</param>
/// <param name="Name">Name on agendas and minutes.</param>
/// <param name="QuarterKey">The quarter it decides for.</param>
/// <param name="Members">Voting seats, advisory seats and deputies.</param>
/// <param name="Source">Where the composition was found, or <c>proposal</c>.</param>
/// <param name="Calendar">When it usually meets; null when nobody said it.</param>
public sealed record SteeringCircle(string Key, string Name, string QuarterKey, IReadOnlyList<CircleMember> Members, string Source, CircleCalendar? Calendar = null)
{
    /// <summary>Number of seats with a vote; the base of the quorum. Deputies hold no seat of their own.</summary>
    public int VotingSeats => Members.Count(m => m.Voting && m.DeputyOf is null);

    /// <summary>The member with this account; null when the account sits not in this circle.</summary>
    public CircleMember? Member(string userId)
        => Members.FirstOrDefault(m => string.Equals(m.UserId, userId, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One seat of a circle, or the deputy for one.</summary>
/// <param name="UserId">The account that acts.</param>
/// <param name="Seat">What the seat stands for, for example "Bezirksamtsleitung".</param>
/// <param name="Voting">False for advisory seats.</param>
/// <param name="DeputyOf">User id of the member this one stands in for; null for the seat's holder.</param>
/// <param name="Chair">True for the one who leads the meetings.</param>
public sealed record CircleMember(string UserId, string Seat, bool Voting, string? DeputyOf = null, bool Chair = false);
