using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Hold;

/// <summary>Ends the meeting; what was not decided waits for the next one.</summary>
internal sealed record CloseMeeting(Guid MeetingId, string? MinutesNote) : ICommand<Unit>;

internal sealed class CloseMeetingHandler(FondsDb db, CircleRoom room, MeetingDays days, CommandContext context, BerlinTime clock) : IRequestHandler<CloseMeeting, Unit>
{
    public async Task<Unit> Handle(CloseMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var openBallots = await db.Ballots.CountAsync(b => b.MeetingId == meeting.Id && b.ClosedAt == null, cancellationToken);
        meeting.Close(request.MinutesNote, openBallots, context.Actor, clock.Now);
        await days.SetAsync(meeting, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class CloseMeetingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<CloseMeeting, Unit>("meetings/close", Policies.Meetings);
}
