using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Hold;

/// <summary>Whether one member is there.</summary>
internal sealed record MemberPresence(string MemberId, Presence Presence);

/// <summary>Records who is there; what did not change is left as it stands.</summary>
internal sealed record RecordAttendance(Guid MeetingId, IReadOnlyList<MemberPresence> Members) : ICommand<Unit>;

internal sealed class RecordAttendanceHandler(CircleRoom room, CommandContext context, BerlinTime clock) : IRequestHandler<RecordAttendance, Unit>
{
    public async Task<Unit> Handle(RecordAttendance request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var circle = room.Circle(meeting.CircleKey);
        foreach (var member in request.Members.Where(m => HasChanged(meeting, m)).OrderBy(m => m.Presence == Presence.Present))
        {
            meeting.RecordAttendance(circle, member.MemberId, member.Presence, context.Actor, clock.Now);
        }

        return Unit.Value;
    }

    /// <summary>Who leaves a seat is recorded before who takes it, so a deputy can change with the member in one go.</summary>
    private static bool HasChanged(Meeting meeting, MemberPresence member)
        => !meeting.Attendance.Any(a => string.Equals(a.MemberId, member.MemberId, StringComparison.OrdinalIgnoreCase) && a.Presence == member.Presence);
}

internal sealed class RecordAttendanceEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecordAttendance, Unit>("meetings/attendance", Policies.Meetings);
}
