using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>The project does not take place.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class CancelPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public CancelForm Form { get; set; } = new();

    public AskView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Form = new CancelForm { AssignmentId = View.AssignmentId ?? Guid.Empty };
    }

    public Task<IActionResult> OnPostAsync()
        => Send(new CancelProject(Form.AssignmentId, Form.Confirmed, Form.Reason), _ => GoTo($"/antrag/{Id}", T["PayoutsAsk.Cancelled"]));

    protected override async Task Load() => View = await Mediator.Send(new ShowAsk(Id), HttpContext.RequestAborted);
}

internal sealed class CancelForm
{
    public Guid AssignmentId { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }

    public bool Confirmed { get; set; }
}
