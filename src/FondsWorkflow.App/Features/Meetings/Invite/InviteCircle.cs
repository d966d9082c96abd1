using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Invite;

/// <summary>Sends the invitation with agenda and link to all members.</summary>
internal sealed record InviteCircle(Guid MeetingId) : ICommand<Unit>;

internal sealed class InviteCircleHandler(CircleRoom room, Invitations invitations, MeetingDays days, CommandContext context, BerlinTime clock) : IRequestHandler<InviteCircle, Unit>
{
    public async Task<Unit> Handle(InviteCircle request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        meeting.Invite(context.Actor, clock.Now);
        await invitations.SendAsync(meeting, room.Circle(meeting.CircleKey), "Invitation", cancellationToken);
        await days.SetAsync(meeting, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class InviteCircleEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<InviteCircle, Unit>("meetings/invite", Policies.Meetings);
}
