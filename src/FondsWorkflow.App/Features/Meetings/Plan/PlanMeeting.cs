using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Plan;

/// <summary>Plans a meeting; what is ready and came in by the guideline's deadline stands on the agenda at once.</summary>
internal sealed record PlanMeeting(string CircleKey, DateTimeOffset StartsAt, string Place) : ICommand<Guid>;

internal sealed class PlanMeetingHandler(FondsDb db, CircleRoom room, CityBook city, ReminderBook reminders, CommandContext context, IIdSource ids, BerlinTime clock) : IRequestHandler<PlanMeeting, Guid>
{
    public async Task<Guid> Handle(PlanMeeting request, CancellationToken cancellationToken)
    {
        var circle = room.Circle(request.CircleKey);
        var meeting = Meeting.Plan(ids.New(), circle, request.StartsAt.ToUniversalTime(), request.Place, context.Actor, clock.Now);
        foreach (var ready in await db.ReadyAsync(city, circle.QuarterKey, BerlinTime.DayOf(meeting.StartsAt), cancellationToken))
        {
            if (ready.InTime)
            {
                meeting.AddItem(ids.New(), ready.Id, ready.AgendaTitle, context.Actor);
            }
        }

        db.Meetings.Add(meeting);
        await reminders.PlanAsync(meeting, cancellationToken);
        context.About(meeting.Id);
        return meeting.Id;
    }
}

internal sealed class PlanMeetingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<PlanMeeting, Guid>("meetings/plan", Policies.Meetings);
}
