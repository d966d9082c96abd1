using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.List;

/// <summary>Planned and past meetings of the actor's circles, and what waits for one.</summary>
internal sealed record ShowMeetings : IRequest<IReadOnlyList<CircleMeetings>>;

/// <summary>One circle with its meetings.</summary>
/// <remarks>Who leads plans meetings; what is ready is shown to them only.</remarks>
internal sealed record CircleMeetings(
    string CircleKey, string Name, bool Leads, IReadOnlyList<MeetingLine> Coming, IReadOnlyList<MeetingLine> Past, IReadOnlyList<ReadyApplication> Ready);

/// <summary>One meeting.</summary>
internal sealed record MeetingLine(Guid Id, DateTimeOffset StartsAt, string Place, MeetingState State, int Items);

/// <summary>Where a meeting stands; told by its dates.</summary>
internal enum MeetingState
{
    /// <summary>Geplant.</summary>
    Planned,

    /// <summary>Eingeladen.</summary>
    Invited,

    /// <summary>Läuft.</summary>
    Open,

    /// <summary>Beendet.</summary>
    Closed,
}

internal sealed class ShowMeetingsHandler(FondsDb db, CircleRoom room, CityBook city, Commands.CommandContext context, BerlinTime clock)
    : IRequestHandler<ShowMeetings, IReadOnlyList<CircleMeetings>>
{
    private const int Most = 50;

    public async Task<IReadOnlyList<CircleMeetings>> Handle(ShowMeetings request, CancellationToken cancellationToken)
    {
        List<CircleMeetings> circles = [];
        foreach (var circle in room.Circles())
        {
            var meetings = await db.Meetings.AsNoTracking().Where(m => m.CircleKey == circle.Key).OrderByDescending(m => m.StartsAt).Take(Most).ToListAsync(cancellationToken);
            var leads = context.Actor.Role == Fund.People.ActorRole.Management || circle.Member(context.Actor.Id)?.Chair == true;
            var ready = leads ? await db.ReadyAsync(city, circle.QuarterKey, clock.Today, cancellationToken) : [];
            circles.Add(new CircleMeetings(
                circle.Key, circle.Name, leads,
                [.. meetings.Where(m => m.ClosedAt is null).OrderBy(m => m.StartsAt).Select(Line)],
                [.. meetings.Where(m => m.ClosedAt is not null).Select(Line)],
                ready));
        }

        return circles;
    }

    internal static MeetingState StateOf(Meeting meeting)
        => meeting.ClosedAt is not null ? MeetingState.Closed : meeting.OpenedAt is not null ? MeetingState.Open : meeting.InvitedAt is not null ? MeetingState.Invited : MeetingState.Planned;

    private static MeetingLine Line(Meeting meeting) => new(meeting.Id, meeting.StartsAt, meeting.Place, StateOf(meeting), meeting.AgendaItems.Count);
}

internal sealed class ShowMeetingsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowMeetings, IReadOnlyList<CircleMeetings>>("meetings", Policies.Meetings);
}
