using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Invite;

/// <summary>
/// Once the circle is invited, what stands on the agenda is due on the day of the meeting: inbox and reminders know the day from then on, and follow it when the meeting
/// moves, the item is taken off or the meeting ends without a resolution.
/// </summary>
internal sealed class MeetingDays(FondsDb db, ReminderBook reminders)
{
    /// <summary>Sets the days of what stands on the agenda.</summary>
    public Task SetAsync(Meeting meeting, CancellationToken cancellationToken)
        => SetAsync(meeting, [.. meeting.AgendaItems.Select(i => i.ApplicationId).OfType<Guid>()], cancellationToken);

    /// <summary>Sets the days of applications whose place on an agenda changed.</summary>
    public async Task SetAsync(Meeting meeting, IReadOnlyList<Guid> applications, CancellationToken cancellationToken)
    {
        var waiting = await db.Assignments
            .Where(a => applications.Contains(a.ApplicationId!.Value) && a.Activity == "DecideInCircle" && a.CompletedAt == null && a.CancelledAt == null).ToListAsync(cancellationToken);
        var others = await db.Meetings.AsNoTracking().Where(m => m.CircleKey == meeting.CircleKey && m.Id != meeting.Id && m.InvitedAt != null && m.ClosedAt == null).ToListAsync(cancellationToken);
        var invited = others.Append(meeting).Where(m => m.InvitedAt is not null && m.ClosedAt is null).OrderBy(m => m.StartsAt).ToList();
        foreach (var work in waiting)
        {
            var next = invited.Find(m => m.AgendaItems.Any(i => i.ApplicationId == work.ApplicationId));
            DateOnly? day = next is null ? null : BerlinTime.DayOf(next.StartsAt);
            if (work.DueOn != day)
            {
                work.Reschedule(day);
                await reminders.PlanAsync(work, cancellationToken);
            }
        }
    }
}
