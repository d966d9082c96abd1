using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Plan;

/// <summary>Changes date and place; who was invited already gets the new ones.</summary>
internal sealed record MoveMeeting(Guid MeetingId, int Version, DateTimeOffset StartsAt, string Place) : ICommand<Unit>;

internal sealed class MoveMeetingHandler(CircleRoom room, Invitations invitations, MeetingDays days, ReminderBook reminders, CommandContext context, BerlinTime clock) : IRequestHandler<MoveMeeting, Unit>
{
    public async Task<Unit> Handle(MoveMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        Require.That(meeting.Version == request.Version, CommandRules.SomebodyElseWasFaster);
        meeting.Move(request.StartsAt.ToUniversalTime(), request.Place, context.Actor, clock.Now);
        if (meeting.InvitedAt is not null)
        {
            await invitations.SendAsync(meeting, room.Circle(meeting.CircleKey), "MeetingMoved", cancellationToken);
        }

        await days.SetAsync(meeting, cancellationToken);
        await reminders.PlanAsync(meeting, cancellationToken);

        return Unit.Value;
    }
}

internal sealed class MoveMeetingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<MoveMeeting, Unit>("meetings/move", Policies.Meetings);
}
