using FondsWorkflow.App.Hosting;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Reminders;

namespace FondsWorkflow.App.Workflow;

/// <summary>What the <c>deadline</c> of a step in the definition means: which guideline value it is. The reminders of the same kind belong to it.</summary>
internal static class Deadlines
{
    /// <summary>Local day the work is due; null when it depends on a meeting.</summary>
    public static DateOnly? DueOn(string deadline, GrantApplication application, Guideline guideline, DateOnly today)
    {
        var days = guideline.Deadlines;
        return deadline switch
        {
            ReminderKinds.Review => WorkingDays.Add(today, days.ReviewTargetWorkingDays.Value),
            ReminderKinds.Clarification or ReminderKinds.PayoutCorrection => days.ClarificationDueOn(today),
            ReminderKinds.Decision => null,
            ReminderKinds.AcceptReduced => today.AddDays(days.AcceptReducedDays.Value),
            ReminderKinds.Condition => today.AddDays(days.ConditionDays.Value),
            ReminderKinds.NoticeDraft or ReminderKinds.NoticeRelease or ReminderKinds.ReclaimNotice => WorkingDays.Add(today, days.NoticeTargetWorkingDays.Value),
            ReminderKinds.Payout => WorkingDays.Add(today, days.PaymentWaitWorkingDays.Value),
            ReminderKinds.Proof => Later(days.ProofDueOn(application.Form.PlaceAndTime.To ?? today), today),
            ReminderKinds.ProofCheck => today.AddDays(days.ProofCheckDays.Value),
            ReminderKinds.ProofObjection => today.AddDays(days.ProofObjectionDays.Value),
            ReminderKinds.Reclaim => today.AddDays(days.ReclaimDays.Value),
            _ => throw new InvalidOperationException($"The workflow definition names the deadline '{deadline}', which no guideline knows."),
        };
    }

    /// <summary>When unanswered work ends by itself (UTC): the first moment after its last day, grace days included.</summary>
    public static DateTimeOffset ExpiresAt(string deadline, DateOnly dueOn, Guideline guideline)
    {
        var grace = deadline == ReminderKinds.Clarification ? guideline.Deadlines.ClarificationGraceDays.Value : 0;
        return BerlinTime.StartOf(dueOn.AddDays(grace + 1));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
