using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Reminders;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Invite;

/// <summary>Once the circle is invited, what stands on the agenda is due on the day of the meeting: inbox and reminders know the day from then on.</summary>
internal sealed class MeetingDays(FondsDb db, CityBook city, BerlinTime clock)
{
    public async Task SetAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        var day = BerlinTime.DayOf(meeting.StartsAt);
        var applications = meeting.AgendaItems.Where(i => i.ApplicationId is not null).Select(i => i.ApplicationId).ToList();
        var waiting = await db.Assignments
            .Where(a => applications.Contains(a.ApplicationId) && a.Activity == "DecideInCircle" && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        foreach (var work in waiting.Where(w => w.DueOn is null || w.DueOn < day))
        {
            work.Extend(day, expiresAt: null);
            await PlanRemindersAsync(work, cancellationToken);
        }
    }

    private async Task PlanRemindersAsync(Assignment work, CancellationToken cancellationToken)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == work.ApplicationId, cancellationToken);
        var plan = ReminderPlan.For(work.ToReminded(), city.GuidelineOf(application).Reminders, BerlinTime.Zone);
        var row = await db.Reminders.SingleAsync(r => r.AssignmentId == work.Id, cancellationToken);
        row.NextAt = ReminderPlan.NextAt(plan, clock.Now);
    }
}
