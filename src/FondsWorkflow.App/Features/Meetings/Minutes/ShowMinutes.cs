using System.Globalization;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Meetings.List;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Meetings.Minutes;

/// <summary>The minutes, written from attendance, recusals, votes and resolutions; nobody types a result.</summary>
internal sealed record ShowMinutes(Guid MeetingId) : IRequest<MinutesView>;

/// <summary>What the minutes say.</summary>
internal sealed record MinutesView(
    Guid Id,
    string Circle,
    DateTimeOffset StartsAt,
    string Place,
    DateTimeOffset? InvitedAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    MeetingState State,
    int VotingSeats,
    int VotersPresent,
    IReadOnlyList<Attendance> Attendance,
    IReadOnlyList<MinutesItem> Items,
    string Note);

/// <summary>One item of the minutes.</summary>
internal sealed record MinutesItem(int Position, string Title, bool TablePaper, IReadOnlyList<MinutesBallot> Ballots, Resolution? Resolution);

/// <summary>One ballot of the minutes.</summary>
internal sealed record MinutesBallot(IReadOnlyList<MinutesRecusal> Recusals, IReadOnlyList<string> Result);

/// <summary>Who was recused and left the room.</summary>
internal sealed record MinutesRecusal(string Seat, RecusalGround Ground, bool VoteStruck);

internal sealed class ShowMinutesHandler(FondsDb db, CircleRoom room, CityBook city) : IRequestHandler<ShowMinutes, MinutesView>
{
    public async Task<MinutesView> Handle(ShowMinutes request, CancellationToken cancellationToken)
    {
        var meeting = await room.MeetingAsync(request.MeetingId, cancellationToken);
        var circle = city.Circle(meeting.CircleKey);
        var ballots = await db.Ballots.AsNoTracking().Where(b => b.MeetingId == meeting.Id).OrderBy(b => b.OpenedAt).ToListAsync(cancellationToken);
        var ids = ballots.ConvertAll(b => b.Id);
        var resolutions = await db.Resolutions.AsNoTracking().Where(r => ids.Contains(r.BallotId)).ToListAsync(cancellationToken);
        return new MinutesView(
            meeting.Id, circle.Name, meeting.StartsAt, meeting.Place, meeting.InvitedAt, meeting.OpenedAt, meeting.ClosedAt, ShowMeetingsHandler.StateOf(meeting),
            meeting.VotingSeats, meeting.VotersPresent.Count, meeting.Attendance,
            [.. meeting.AgendaItems.Select(i => Item(i, ballots.FindAll(b => b.AgendaItemId == i.Id), resolutions, circle))],
            meeting.MinutesNote);
    }

    private static MinutesItem Item(AgendaItem item, List<Ballot> ballots, List<Resolution> resolutions, Fund.People.SteeringCircle circle)
        => new(
            item.Position, item.Title, item.TablePaper,
            [.. ballots.Select(b => new MinutesBallot(
                [.. b.Recusals.Select(r => new MinutesRecusal(circle.Member(r.MemberId)?.Seat ?? r.MemberId, r.Ground, r.VoteStruck))],
                b.Result?.Explain(CultureInfo.CurrentUICulture) ?? []))],
            resolutions.Find(r => ballots.Exists(b => b.Id == r.BallotId)));
}

internal sealed class ShowMinutesEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowMinutes, MinutesView>("meetings/minutes", Policies.Meetings);
}

/// <summary>The minutes as a page to print.</summary>
[Authorize(Policy = Policies.Meetings)]
internal sealed class MinutesPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MinutesView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowMinutes(Id));
}
