using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings;

/// <summary>An application that waits for the circle.</summary>
/// <remarks>In time is what came in by the guideline's deadline before the meeting.</remarks>
internal sealed record ReadyApplication(Guid Id, string Number, string Title, string Group, Money Requested, DateOnly SubmittedOn, bool InTime)
{
    /// <summary>What stands on the agenda.</summary>
    public string AgendaTitle => $"{Number} {Title}";
}

/// <summary>What is ready: the open assignments of the step, by their index.</summary>
internal static class ReadyApplications
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<ReadyApplication>> ReadyAsync(this FondsDb db, CityBook city, string quarterKey, DateOnly meetingDay, CancellationToken cancellationToken)
    {
        var waiting = await db.Assignments
            .Where(a => a.Role == Fund.People.ActorRole.Management && a.QuarterKey == quarterKey && a.CompletedAt == null && a.CancelledAt == null && a.Activity == "DecideInCircle")
            .Join(db.Applications, a => a.ApplicationId, p => p.Id, (a, p) => p)
            .AsNoTracking().OrderBy(a => a.SubmittedAt).Take(Most).ToListAsync(cancellationToken);
        return [.. waiting.Select(a => Of(a, city, meetingDay))];
    }

    private static ReadyApplication Of(GrantApplication application, CityBook city, DateOnly meetingDay)
    {
        var submittedOn = BerlinTime.DayOf(application.SubmittedAt!.Value);
        var form = application.Form;
        return new ReadyApplication(
            application.Id, application.Number!.ToString()!, form.Project.Title ?? "", form.Who.Name ?? form.Who.Representative ?? "", application.RequestedAmount,
            submittedOn, submittedOn <= city.GuidelineOf(application).Deadlines.SubmitBy(meetingDay));
    }
}
