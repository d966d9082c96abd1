namespace FondsWorkflow.Fund.Steering;

/// <summary>What holds for every ballot.</summary>
public static class BallotRules
{
    /// <summary>One vote each.</summary>
    public static readonly Rule OneVoteEach = new("V1", "Each member votes once per ballot.");

    /// <summary>The recused do not vote (§ 20 VwVfG NRW).</summary>
    public static readonly Rule RecusedMembersDoNotVote = new("V2", "Recused members do not vote.");

    /// <summary>Closed is closed.</summary>
    public static readonly Rule BallotIsOpen = new("V3", "A closed ballot takes no votes and no recusals.");

    /// <summary>Only members with a vote who take part.</summary>
    public static readonly Rule EligibleMembersVote = new("V4", "Only members with a vote who take part in the ballot vote.");

    /// <summary>Who may record a vote.</summary>
    public static readonly Rule OwnVoteOrMinutes = new("V5", "A vote or recusal is recorded by the member, the management that takes the minutes, or the chair.");

    /// <summary>The meeting runs.</summary>
    public static readonly Rule MeetingIsOpen = new("V6", "A ballot in a meeting needs an opened meeting.");

    /// <summary>An item about an application.</summary>
    public static readonly Rule ItemIsAnApplication = new("V7", "A ballot decides on an application.");

    /// <summary>Circular resolutions are off by default.</summary>
    public static readonly Rule CircularVoteIsAllowed = new("V8", "A circular resolution needs a guideline that allows it.");

    /// <summary>The time to answer is not over.</summary>
    public static readonly Rule AnswersComeInTime = new("V9", "Answers to a circular resolution come before it ends.");

    /// <summary>No early end with answers missing.</summary>
    public static readonly Rule CircularVoteRunsItsTime = new("V10", "A circular resolution ends when all have answered or its time is over.");

    /// <summary>One recusal each.</summary>
    public static readonly Rule RecusedOnce = new("V11", "A member is recused once per ballot.");

    /// <summary>Another reason is told.</summary>
    public static readonly Rule OtherGroundIsExplained = new("V12", "Another ground for a recusal is explained.");

    /// <summary>Who opens and closes.</summary>
    public static readonly Rule ManagementLeads = new("V13", "Ballots are opened and closed by the management of the quarter or by the circle's chair.");

    /// <summary>Lengths.</summary>
    public static readonly Rule NoteIsShortEnough = new("V14", "The note of a recusal has at most 500 characters.");

    /// <summary>A recused member takes no part at all (§ 20 VwVfG NRW): neither vote nor lead.</summary>
    public static readonly Rule TheRecusedDoNotLead = new("V15", "A recused chair neither opens, records nor closes the ballot, nor records its resolution.");

    /// <summary>Nobody's vote is cut off by a slip: {0} members have not voted, {1}.</summary>
    public static readonly Rule MissingVotesAreSeen = new("V16", "A ballot is closed before everybody who is there has voted only by somebody who says so.");
}
