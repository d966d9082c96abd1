namespace FondsWorkflow.Fund.Guidelines;

/// <summary>All deadlines of a guideline. "Days" are calendar days, "working days" leave out weekends and public holidays.</summary>
/// <param name="SubmissionDaysBeforeMeeting">An application reaches a meeting when it comes in this many days before.</param>
/// <param name="ClarificationDays">Days to answer a clarification.</param>
/// <param name="ClarificationGraceDays">Days after that before the application is not pursued further.</param>
/// <param name="ReviewTargetWorkingDays">Working days for the check.</param>
/// <param name="NoticeTargetWorkingDays">Working days from resolution to written notice.</param>
/// <param name="InvitationDays">Days before a meeting by which papers are out.</param>
/// <param name="AcceptReducedDays">Days to accept a reduced grant.</param>
/// <param name="ConditionDays">Days to fulfil a condition before the notice.</param>
/// <param name="LegalRemedyMonths">Months to go to court after the notice is known.</param>
/// <param name="PaymentWaitWorkingDays">Working days a payout may wait at finance.</param>
/// <param name="ProofMonthsAfterEnd">Months from the project's end to the proof of use.</param>
/// <param name="ProofLatestNextYear">The proof's latest day in the year after the project's end.</param>
/// <param name="ProofCheckDays">Days to check a proof.</param>
/// <param name="ProofObjectionDays">Days to answer an objection to a proof.</param>
/// <param name="ReclaimDays">Days to pay back a reclaim.</param>
/// <param name="DraftDeletionDays">Days without a change after which a draft is deleted.</param>
public sealed record DeadlineRules(
    Sourced<int> SubmissionDaysBeforeMeeting,
    Sourced<int> ClarificationDays,
    Sourced<int> ClarificationGraceDays,
    Sourced<int> ReviewTargetWorkingDays,
    Sourced<int> NoticeTargetWorkingDays,
    Sourced<int> InvitationDays,
    Sourced<int> AcceptReducedDays,
    Sourced<int> ConditionDays,
    Sourced<int> LegalRemedyMonths,
    Sourced<int> PaymentWaitWorkingDays,
    Sourced<int> ProofMonthsAfterEnd,
    Sourced<DayOfYear> ProofLatestNextYear,
    Sourced<int> ProofCheckDays,
    Sourced<int> ProofObjectionDays,
    Sourced<int> ReclaimDays,
    Sourced<int> DraftDeletionDays)
{
    /// <summary>Last day to hand in an application for a meeting on <paramref name="meeting"/>.</summary>
    public DateOnly SubmitBy(DateOnly meeting) => meeting.AddDays(-SubmissionDaysBeforeMeeting.Value);

    /// <summary>Day the proof of use is due: some months after the project's end, at the latest on the fixed day of the next year.</summary>
    public DateOnly ProofDueOn(DateOnly projectEnd)
    {
        var byMonths = projectEnd.AddMonths(ProofMonthsAfterEnd.Value);
        var latest = ProofLatestNextYear.Value.In(projectEnd.Year + 1);
        return byMonths < latest ? byMonths : latest;
    }

    /// <summary>Last regular day to answer a clarification asked on <paramref name="askedOn"/>.</summary>
    public DateOnly ClarificationDueOn(DateOnly askedOn) => askedOn.AddDays(ClarificationDays.Value);

    /// <summary>Very last day to answer, after the grace days.</summary>
    public DateOnly ClarificationGraceEndsOn(DateOnly askedOn) => ClarificationDueOn(askedOn).AddDays(ClarificationGraceDays.Value);
}
