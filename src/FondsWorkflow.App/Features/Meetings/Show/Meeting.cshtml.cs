using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Meetings.Agenda;
using FondsWorkflow.App.Features.Meetings.Hold;
using FondsWorkflow.App.Features.Meetings.Invite;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Steering;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Meetings.Show;

/// <summary>One meeting: members read the agenda, whoever leads prepares and holds it.</summary>
[Authorize(Policy = Policies.Meetings)]
internal sealed class MeetingPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("Move")]
    public MoveForm Move { get; set; } = new();

    [BindOn("Add")]
    public AddForm Add { get; set; } = new();

    [BindOn("Topic")]
    public TopicForm Topic { get; set; } = new();

    [BindOn("Attendance")]
    public AttendanceForm Attendance { get; set; } = new();

    [BindOn("Close")]
    public CloseForm Close { get; set; } = new();

    public MeetingView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostMoveAsync() => Post(new MoveMeeting(Id, Move.Version, Move.StartsAt!.Value, Move.Place), T["Meetings.Moved"], nameof(Move));

    public Task<IActionResult> OnPostAddAsync() => Post(new AddApplicationToAgenda(Id, Add.ApplicationId!.Value), T["Meetings.Added"], nameof(Add));

    public Task<IActionResult> OnPostTopicAsync() => Post(new AddTopicToAgenda(Id, Topic.Title), T["Meetings.Added"], nameof(Topic));

    public Task<IActionResult> OnPostRemoveAsync(Guid itemId) => Post(new RemoveFromAgenda(Id, itemId), T["Meetings.Removed"]);

    public Task<IActionResult> OnPostInviteAsync() => Post(new InviteCircle(Id), T["Meetings.InvitedNow"]);

    public Task<IActionResult> OnPostOpenAsync() => Post(new OpenMeeting(Id), T["Meetings.Opened"]);

    public Task<IActionResult> OnPostAttendanceAsync()
        => Post(new RecordAttendance(Id, Attendance.Version, [.. Attendance.Members.Where(m => m.Presence is not null).Select(m => new MemberPresence(m.MemberId, m.Presence!.Value))]), T["Meetings.AttendanceSaved"], nameof(Attendance));

    public Task<IActionResult> OnPostCloseAsync()
        => Send(new CloseMeeting(Id, Close.MinutesNote), _ => GoTo($"/steuerungskreis/sitzungen/{Id}/niederschrift", T["Meetings.ClosedNow"]), nameof(Close));

    protected override async Task Load()
    {
        View = await Mediator.Send(new ShowMeeting(Id));
        if (Move.StartsAt is null && !ModelState.ContainsKey("Move.StartsAt"))
        {
            Move = new MoveForm { StartsAt = View.StartsAt, Place = View.Place, Version = View.Version };
        }

        if (Attendance.Members.Count == 0)
        {
            Attendance.Version = View.Version;
            Attendance.Members = [.. View.Seats.Select(s => new SeatForm { MemberId = s.MemberId, Presence = s.Presence })];
        }
    }

    private Task<IActionResult> Post<TAnswer>(IRequest<TAnswer> command, string message, string form = "Form")
        => Send(command, _ => GoTo($"/steuerungskreis/sitzungen/{Id}", message), form);
}

/// <summary>New date and place.</summary>
internal sealed class MoveForm
{
    public int Version { get; set; }

    [Required]
    public DateTimeOffset? StartsAt { get; set; }

    public string Place { get; set; } = "";
}

/// <summary>An application for the agenda.</summary>
internal sealed class AddForm
{
    [Required]
    public Guid? ApplicationId { get; set; }
}

/// <summary>An item without a decision.</summary>
internal sealed class TopicForm
{
    public string Title { get; set; } = "";
}

/// <summary>Who is there.</summary>
internal sealed class AttendanceForm
{
    public int Version { get; set; }

    public List<SeatForm> Members { get; set; } = [];
}

/// <summary>Whether one member is there.</summary>
internal sealed class SeatForm
{
    public string MemberId { get; set; } = "";

    public Presence? Presence { get; set; }
}

/// <summary>The end of the meeting.</summary>
internal sealed class CloseForm
{
    public string? MinutesNote { get; set; }
}
