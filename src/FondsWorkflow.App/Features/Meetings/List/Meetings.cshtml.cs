using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Meetings.Plan;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Meetings.List;

/// <summary>The circle's meetings; whoever leads plans the next one here.</summary>
[Authorize(Policy = Policies.Meetings)]
internal sealed class MeetingsPage : FondsPage
{
    [BindOn("")]
    public PlanForm Form { get; set; } = new();

    public IReadOnlyList<CircleMeetings> Circles { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync()
        => Send(new PlanMeeting(Form.CircleKey, Form.StartsAt!.Value, Form.Place), id => GoTo($"/steuerungskreis/sitzungen/{id}", T["Meetings.Planned"]));

    protected override async Task Load() => Circles = await Mediator.Send(new ShowMeetings());
}

/// <summary>When and where.</summary>
internal sealed class PlanForm
{
    public string CircleKey { get; set; } = "";

    [Required]
    public DateTimeOffset? StartsAt { get; set; }

    public string Place { get; set; } = "";
}
