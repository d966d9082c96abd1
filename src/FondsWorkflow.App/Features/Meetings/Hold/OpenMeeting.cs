using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Hold;

/// <summary>Opens the meeting.</summary>
internal sealed record OpenMeeting(Guid MeetingId) : ICommand<Unit>;

internal sealed class OpenMeetingHandler(CircleRoom room, CommandContext context, BerlinTime clock) : IRequestHandler<OpenMeeting, Unit>
{
    public async Task<Unit> Handle(OpenMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        meeting.Open(context.Actor, clock.Now);
        return Unit.Value;
    }
}

internal sealed class OpenMeetingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<OpenMeeting, Unit>("meetings/open", Policies.Meetings);
}
