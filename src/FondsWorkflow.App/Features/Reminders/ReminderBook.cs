using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.Reminders;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reminders;

/// <summary>
/// What is reminded of: work, meetings without invitation, drafts nobody sends in, the days of a granted project. Each has one row with the next moment; what is left to
/// remind of is asked of the state whenever that moment comes.
/// </summary>
internal sealed class ReminderBook(FondsDb db, CityBook city, BerlinTime clock)
{
    /// <summary>Work that was just created.</summary>
    public void PlanNew(Assignment work, GrantApplication application)
        => db.Reminders.Add(new ReminderRow { Id = work.Id, NextAt = ReminderPlan.NextAt(PlanOf([work.ToReminded()], city.GuidelineOf(application)), clock.Now) });

    public async Task PlanAsync(Assignment work, CancellationToken cancellationToken)
    {
        var application = await db.Applications.FindAsync([work.ApplicationId], cancellationToken);
        await PlanAsync(work.Id, PlanOf([work.ToReminded()], city.GuidelineOf(application!)), cancellationToken);
    }

    public Task PlanAsync(Meeting meeting, CancellationToken cancellationToken)
        => PlanAsync(meeting.Id, PlanOf(DatesOf(meeting), city.GuidelineOf(meeting)), cancellationToken);

    /// <summary>As a draft: that it is sent in. Later: the days of the project.</summary>
    public async Task PlanAsync(GrantApplication application, CancellationToken cancellationToken)
        => await PlanAsync(application.Id, PlanOf(await DatesOfAsync(application, cancellationToken), city.GuidelineOf(application)), cancellationToken);

    public static IReadOnlyList<DueReminder> PlanOf(IEnumerable<Reminded> dates, Guideline guideline)
        => [.. dates.SelectMany(d => ReminderPlan.For(d, guideline.Reminders, BerlinTime.Zone)).OrderBy(r => r.At).ThenBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>A meeting the circle is not invited to yet.</summary>
    public IReadOnlyList<Reminded> DatesOf(Meeting meeting)
        => meeting.InvitedAt is null && meeting.OpenedAt is null && meeting.ClosedAt is null
            ? [new(meeting.Id, ReminderKinds.Invitation, DateTimeOffset.UnixEpoch, BerlinTime.DayOf(meeting.StartsAt).AddDays(-city.GuidelineOf(meeting).Deadlines.InvitationDays.Value))]
            : [];

    public async Task<IReadOnlyList<Reminded>> DatesOfAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var guideline = city.GuidelineOf(application);
        if (application.SubmittedAt is null)
        {
            var deletedOn = BerlinTime.DayOf(application.ChangedAt).AddDays(guideline.Deadlines.DraftDeletionDays.Value);
            return [new(application.Id, ReminderKinds.Draft, application.ChangedAt, deletedOn)];
        }

        await db.Assignments.Where(a => a.ApplicationId == application.Id && a.CompletedAt == null && a.CancelledAt == null).LoadAsync(cancellationToken);
        var work = db.Assignments.Local.FirstOrDefault(a => a.ApplicationId == application.Id && a.IsOpen && (a.Activity is "AskForMoney" or "FileProof"));
        return work is null ? [] : await ProjectDatesAsync(application, guideline, work.Activity == "AskForMoney", cancellationToken);
    }

    /// <summary>Reads what the running command changed, too: the advance that was just paid. Until the proof is filed: begin and end of the project; the year's last day to ask for money; the day by which an advance is spent.</summary>
    private async Task<IReadOnlyList<Reminded>> ProjectDatesAsync(GrantApplication application, Guideline guideline, bool asksForMoney, CancellationToken cancellationToken)
    {
        var (id, grantedAt, when) = (application.Id, application.GrantedAt ?? application.SubmittedAt!.Value, application.Form.PlaceAndTime);
        List<Reminded> dates = [];
        if (asksForMoney)
        {
            dates.Add(new(id, ReminderKinds.ProjectStart, grantedAt, when.From));
            dates.AddRange(new[] { 0, 1 }.Select(later => new Reminded(id, ReminderKinds.YearEnd, grantedAt, guideline.Payment.LastRequestInYear.Value.In(clock.Today.Year + later))));
        }

        dates.Add(new(id, ReminderKinds.ProjectEnd, grantedAt, when.To));
        var advances = await db.Payouts.Where(p => p.ApplicationId == id && p.Kind == PayoutKind.Advance).ToListAsync(cancellationToken);
        dates.AddRange(advances.Where(p => p.ExecutedAt is not null).Select(p => new Reminded(
            p.Id, ReminderKinds.AdvanceUse, p.ExecutedAt!.Value, BerlinTime.DayOf(p.ExecutedAt.Value).AddMonths(guideline.Payment.AdvanceUseMonths.Value))));
        return dates;
    }

    private async Task PlanAsync(Guid id, IReadOnlyList<DueReminder> plan, CancellationToken cancellationToken)
    {
        if (await db.Reminders.FindAsync([id], cancellationToken) is not { } row)
        {
            db.Reminders.Add(row = new ReminderRow { Id = id });
        }

        row.NextAt = ReminderPlan.NextAt(plan, clock.Now);
    }
}
