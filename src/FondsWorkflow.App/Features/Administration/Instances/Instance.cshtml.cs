using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Administration.Incidents;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Instances;

/// <summary>Where an instance stands, how it got there, and what to do when it is stuck.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class InstancePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("Retry")]
    public RetryForm Retry { get; set; } = new();

    [BindOn("Skip")]
    public SkipForm Skip { get; set; } = new();

    [BindOn("Cancel")]
    public CancelForm Cancel { get; set; } = new();

    public InstanceView View { get; private set; } = null!;

    private string Here => $"/verwaltung/vorgaenge/{Id}";

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostRetryAsync()
        => Send(new RetryIncident(Id, Retry.Incident), a => GoTo(Here, T[a.IsSolved ? "Administration.Solved" : "Administration.FailedAgain"]), nameof(Retry));

    public Task<IActionResult> OnPostSkipAsync()
        => Send(new SkipIncident(Id, Skip.Incident, Skip.Outcome, Skip.Reason), _ => GoTo(Here, T["Administration.Skipped"]), nameof(Skip));

    public Task<IActionResult> OnPostCancelAsync() => Send(new CancelInstance(Id, Cancel.Reason), _ => GoTo(Here, T["Administration.Cancelled"]), nameof(Cancel));

    protected override async Task Load() => View = await Mediator.Send(new ShowInstance(Id));
}

internal sealed class RetryForm
{
    public Guid Incident { get; set; }
}

internal sealed class SkipForm
{
    public Guid Incident { get; set; }

    [StringLength(200)]
    public string Outcome { get; set; } = "";

    [StringLength(1_000)]
    public string Reason { get; set; } = "";
}

internal sealed class CancelForm
{
    [StringLength(1_000)]
    public string Reason { get; set; } = "";
}
