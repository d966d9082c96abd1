namespace FondsWorkflow.Fund.Steering;

/// <summary>Whether a member of the circle was there.</summary>
/// <param name="MemberId">User id of the member or deputy.</param>
/// <param name="Seat">The seat, as the minutes name it.</param>
/// <param name="Voting">True when the seat has a vote.</param>
/// <param name="DeputyOf">User id of the member who is stood in for; null for the seat's holder.</param>
/// <param name="Presence">There, excused or absent.</param>
/// <param name="RecordedBy">User id of who wrote it down.</param>
/// <param name="At">When it was written down, UTC.</param>
public sealed record Attendance(string MemberId, string Seat, bool Voting, string? DeputyOf, Presence Presence, string RecordedBy, DateTimeOffset At)
{
    /// <summary>User id of the seat's holder: a seat votes once, whoever sits on it.</summary>
    public string SeatHolder => DeputyOf ?? MemberId;
}

/// <summary>Whether somebody was there.</summary>
public enum Presence
{
    /// <summary>Anwesend.</summary>
    Present,

    /// <summary>Entschuldigt.</summary>
    Excused,

    /// <summary>Nicht erschienen.</summary>
    Absent,
}
