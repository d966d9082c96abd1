using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Steering;
using MediatR;

namespace FondsWorkflow.App.Features.Meetings.Hold;

/// <summary>Whether one member is there.</summary>
internal sealed record MemberPresence(string MemberId, Presence Presence);

/// <summary>Records who is there; what did not change is left as it stands. Whoever looks at an older version learns what a colleague recorded meanwhile.</summary>
internal sealed record RecordAttendance(Guid MeetingId, int Version, IReadOnlyList<MemberPresence> Members) : ICommand<Unit>;

internal sealed class RecordAttendanceHandler(CircleRoom room, Texts texts, CommandContext context, BerlinTime clock) : IRequestHandler<RecordAttendance, Unit>
{
    public async Task<Unit> Handle(RecordAttendance request, CancellationToken cancellationToken)
    {
        var meeting = await room.ChangeMeetingAsync(request.MeetingId, cancellationToken);
        var circle = room.Circle(meeting.CircleKey);
        Require.None([.. request.Members.Index().Where(m => circle.Member(m.Item.MemberId) is null).Select(m => new RuleProblem(MeetingRules.MemberOfThisCircle, $"Members[{m.Index}].MemberId", []))]);
        var changes = request.Members.Where(m => HasChanged(meeting, m)).OrderBy(m => m.Presence == Presence.Present).ToList();
        Require.That(meeting.Version == request.Version, MeetingAppRules.AttendanceIsCurrent, Recorded(meeting, changes));
        foreach (var member in changes)
        {
            meeting.RecordAttendance(circle, member.MemberId, member.Presence, context.Actor, clock.Now);
        }

        return Unit.Value;
    }

    private string Recorded(Meeting meeting, IEnumerable<MemberPresence> changes)
        => string.Join(", ", changes.Select(c => Find(meeting, c.MemberId)).OfType<Attendance>().Select(a => $"{a.Seat} {texts[$"Meetings.Presence.{a.Presence}"]}"))
            is { Length: > 0 } recorded ? recorded : texts["Meetings.NobodyRecorded"];

    private static Attendance? Find(Meeting meeting, string member) => meeting.Attendance.FirstOrDefault(a => string.Equals(a.MemberId, member, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who leaves a seat is recorded before who takes it, so a deputy can change with the member in one go.</summary>
    private static bool HasChanged(Meeting meeting, MemberPresence member)
        => Find(meeting, member.MemberId)?.Presence != member.Presence;
}

internal sealed class RecordAttendanceEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RecordAttendance, Unit>("meetings/attendance", Policies.Meetings);
}
