namespace FondsWorkflow.Fund.Steering;

/// <summary>One vote (Stimme).</summary>
/// <param name="MemberId">User id of the member whose vote it is.</param>
/// <param name="Choice">Yes, no or abstention.</param>
/// <param name="RecordedBy">User id of who recorded it: the member, or who takes the minutes.</param>
/// <param name="At">When, UTC.</param>
public sealed record Vote(string MemberId, VoteChoice Choice, string RecordedBy, DateTimeOffset At);

/// <summary>What a member votes.</summary>
public enum VoteChoice
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nein.</summary>
    No,

    /// <summary>Enthaltung.</summary>
    Abstain,
}
