using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings.List;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Show;

/// <summary>One meeting with agenda and attendance.</summary>
internal sealed record ShowMeeting(Guid MeetingId) : IRequest<MeetingView>;

/// <summary>What the meeting's page shows.</summary>
/// <remarks>What can be added to the agenda is shown to those who lead, before the meeting is closed.</remarks>
internal sealed record MeetingView(
    Guid Id,
    int Version,
    string Circle,
    DateTimeOffset StartsAt,
    string Place,
    MeetingState State,
    bool Leads,
    DateTimeOffset? InvitedAt,
    bool InvitedInTime,
    IReadOnlyList<AgendaLine> Agenda,
    IReadOnlyList<SeatLine> Seats,
    int VotersPresent,
    int VotingSeats,
    IReadOnlyList<ReadyApplication> Addable,
    IReadOnlyList<LateApplication> Late,
    string MinutesNote);

/// <summary>An application that is ready but came in after the deadline of this meeting.</summary>
/// <param name="Title">Number and title.</param>
/// <param name="NextOn">The meeting that it reaches; null when none is planned or usual.</param>
internal sealed record LateApplication(string Title, DateOnly? NextOn);

/// <summary>One item of the agenda.</summary>
internal sealed record AgendaLine(
    Guid Id, int Position, string Title, bool HasApplication, bool TablePaper, bool Recused, BallotState Ballot, bool Voted, ResolutionOutcome? Outcome, Money? Amount);

/// <summary>Where the vote on an item stands.</summary>
internal enum BallotState
{
    /// <summary>Noch nicht eröffnet.</summary>
    None,

    /// <summary>Läuft.</summary>
    Open,

    /// <summary>Ausgezählt.</summary>
    Closed,
}

/// <summary>One member of the circle.</summary>
internal sealed record SeatLine(string MemberId, string Seat, bool Voting, bool Deputy, bool Chair, Presence? Presence);

internal sealed class ShowMeetingHandler(FondsDb db, CircleRoom room, CityBook city, CircleDates dates, Commands.CommandContext context) : IRequestHandler<ShowMeeting, MeetingView>
{
    public async Task<MeetingView> Handle(ShowMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await room.MeetingAsync(request.MeetingId, cancellationToken);
        var circle = room.Circle(meeting.CircleKey);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        var ids = ballots.ConvertAll(b => b.Id);
        var resolutions = await db.Resolutions.AsNoTracking().Where(r => ids.Contains(r.BallotId)).ToListAsync(cancellationToken);
        var leads = room.Leads(meeting);
        var ready = leads && meeting.ClosedAt is null ? await db.ReadyAsync(city, meeting.QuarterKey, BerlinTime.DayOf(meeting.StartsAt), cancellationToken) : [];
        var addable = ready.Where(r => meeting.AgendaItems.All(i => i.ApplicationId != r.Id)).ToList();
        return new MeetingView(
            meeting.Id,
            meeting.Version,
            circle.Name,
            meeting.StartsAt,
            meeting.Place,
            ShowMeetingsHandler.StateOf(meeting),
            leads,
            meeting.InvitedAt,
            meeting.InvitedInTime(city.GuidelineOf(meeting).Deadlines.InvitationDays.Value, BerlinTime.Zone),
            [.. meeting.AgendaItems.Select(i => Line(i, meeting, ballots, resolutions))],
            [.. circle.Members.Select(m => new SeatLine(
                m.UserId, m.Seat, m.Voting, m.DeputyOf is not null, m.Chair,
                meeting.Attendance.FirstOrDefault(a => string.Equals(a.MemberId, m.UserId, StringComparison.OrdinalIgnoreCase))?.Presence))],
            meeting.VotersPresent.Count,
            meeting.VotingSeats,
            addable,
            await LateAsync(addable.FindAll(r => !r.InTime), cancellationToken),
            meeting.MinutesNote);
    }

    private async Task<IReadOnlyList<LateApplication>> LateAsync(List<ReadyApplication> late, CancellationToken cancellationToken)
    {
        var ids = late.ConvertAll(r => r.Id);
        var applications = ids.Count == 0 ? [] : await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        List<LateApplication> lines = [];
        foreach (var one in late)
        {
            lines.Add(new LateApplication(one.AgendaTitle, await dates.NextAsync(applications[one.Id], cancellationToken)));
        }

        return lines;
    }

    private AgendaLine Line(AgendaItem item, Meeting meeting, List<Ballot> ballots, List<Resolution> resolutions)
    {
        var me = context.Actor.Id;
        var ballot = ballots.Where(b => b.AgendaItemId == item.Id).MaxBy(b => b.OpenedAt);
        var resolution = ballot is null ? null : resolutions.Find(r => r.BallotId == ballot.Id);
        return new AgendaLine(
            item.Id, item.Position, item.Title, item.ApplicationId is not null, item.TablePaper,
            meeting.IsRecused(item.Id, me) || ballot?.IsRecused(me) == true,
            ballot is null ? BallotState.None : ballot.IsOpen ? BallotState.Open : BallotState.Closed,
            ballot?.HasVoted(me) == true, resolution?.Outcome, resolution?.Amount);
    }
}

internal sealed class ShowMeetingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowMeeting, MeetingView>("meetings/meeting", Policies.Meetings);
}
