using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings;

/// <summary>When the circle will probably decide: at the meeting that has the application on its agenda, else the next one it can still reach, planned or by the circle's calendar.</summary>
internal sealed class CircleDates(FondsDb db, CityBook city, BerlinTime clock)
{
    public async Task<DateOnly?> NextAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var circle = city.Circle(city.Fund(application.FundKey).CircleKey);
        var planned = await db.Meetings.AsNoTracking().Where(m => m.CircleKey == circle.Key && m.StartsAt > clock.Now && m.ClosedAt == null).OrderBy(m => m.StartsAt).ToListAsync(cancellationToken);
        if (planned.Find(m => m.AgendaItems.Any(i => i.ApplicationId == application.Id)) is { } own)
        {
            return BerlinTime.DayOf(own.StartsAt);
        }

        var submittedOn = application.SubmittedAt is { } at ? BerlinTime.DayOf(at) : clock.Today;
        var deadlines = city.GuidelineOf(application).Deadlines;
        var days = planned.ConvertAll(m => BerlinTime.DayOf(m.StartsAt));
        var usual = circle.Calendar?.After(days.Count == 0 ? clock.Today : days[^1]).Select(d => (DateOnly?)d) ?? [];
        return days.Select(d => (DateOnly?)d).Concat(usual).FirstOrDefault(d => deadlines.SubmitBy(d!.Value) >= submittedOn);
    }
}
