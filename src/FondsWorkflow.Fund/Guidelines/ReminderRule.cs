using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>One reminder of the guideline: when, counted from what, to whom.</summary>
/// <param name="Kind">Kind of the assignment or date it belongs to; one of <see cref="ReminderKinds"/>.</param>
/// <param name="From">The day it is counted from.</param>
/// <param name="Offset">Days; negative before, 0 on the day, positive after.</param>
/// <param name="Unit">How the days are counted.</param>
/// <param name="To">Role that is written to.</param>
/// <param name="Template">Key of the message, for example <c>proof-due</c>.</param>
/// <param name="Escalates">True when it is written over the head of the one who has the work.</param>
/// <param name="Source">Where the offset comes from.</param>
public sealed record ReminderRule(
    string Kind, ReminderFrom From, int Offset, DayUnit Unit, ActorRole To, string Template, bool Escalates, string Source);

/// <summary>The day a reminder is counted from.</summary>
public enum ReminderFrom
{
    /// <summary>The day the assignment was created.</summary>
    Created,

    /// <summary>The day it is due.</summary>
    Due,
}

/// <summary>How days are counted.</summary>
public enum DayUnit
{
    /// <summary>Every day counts.</summary>
    CalendarDays,

    /// <summary>Monday to Friday, without public holidays in North Rhine-Westphalia.</summary>
    WorkingDays,
}

/// <summary>The kinds of work and dates that are reminded of; workflows use the same words. A guideline that names another is refused, or its people would wait in vain.</summary>
public static class ReminderKinds
{
    /// <summary>A draft that nobody touched.</summary>
    public const string Draft = "draft";

    /// <summary>Checking an application.</summary>
    public const string Review = "review";

    /// <summary>Answering a clarification.</summary>
    public const string Clarification = "clarification";

    /// <summary>Inviting the circle to a meeting.</summary>
    public const string Invitation = "invitation";

    /// <summary>Finding a meeting for an application that is ready: before the circle is invited to one, its decision has no day.</summary>
    public const string Planning = "planning";

    /// <summary>Deciding in the circle.</summary>
    public const string Decision = "decision";

    /// <summary>Accepting a reduced grant.</summary>
    public const string AcceptReduced = "accept-reduced";

    /// <summary>Fulfilling a condition before the notice.</summary>
    public const string Condition = "condition";

    /// <summary>Drafting a notice.</summary>
    public const string NoticeDraft = "notice-draft";

    /// <summary>Releasing a notice as the second person.</summary>
    public const string NoticeRelease = "notice-release";

    /// <summary>The project's first day.</summary>
    public const string ProjectStart = "project-start";

    /// <summary>The project's last day.</summary>
    public const string ProjectEnd = "project-end";

    /// <summary>Using an advance.</summary>
    public const string AdvanceUse = "advance-use";

    /// <summary>Certifying, ordering and exporting a payout.</summary>
    public const string Payout = "payout";

    /// <summary>Correcting what a payout was sent back for.</summary>
    public const string PayoutCorrection = "payout-correction";

    /// <summary>Filing the proof of use.</summary>
    public const string Proof = "proof";

    /// <summary>Checking the proof of use.</summary>
    public const string ProofCheck = "proof-check";

    /// <summary>Answering an objection to the proof of use.</summary>
    public const string ProofObjection = "proof-objection";

    /// <summary>Recording a reclaim, so that the group learns what it owes.</summary>
    public const string ReclaimNotice = "reclaim-notice";

    /// <summary>Paying back a reclaim.</summary>
    public const string Reclaim = "reclaim";

    /// <summary>The last day to ask for the year's money.</summary>
    public const string YearEnd = "year-end";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Draft, Review, Clarification, Planning, Invitation, Decision, AcceptReduced, Condition, NoticeDraft, NoticeRelease,
        ProjectStart, ProjectEnd, AdvanceUse, Payout, PayoutCorrection, Proof, ProofCheck, ProofObjection, ReclaimNotice, Reclaim, YearEnd,
    ];
}
