using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Applications.Show;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Withdraw;

/// <summary>Asks once more before an application is withdrawn; when it is too late, says so.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class WithdrawPage : FondsPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindOn("")]
    public WithdrawForm Form { get; set; } = new();

    public ApplicationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return View.IsDraft ? LocalRedirect($"/antrag/{Id}") : Page();
    }

    public Task<IActionResult> OnPostAsync() => Send(new WithdrawApplication(Id, Form.Reason), _ => GoTo($"/antrag/{Id}", T["Applications.Withdrawn"]));

    protected override async Task Load() => View = await Mediator.Send(new ShowApplication(Id), HttpContext.RequestAborted);
}

internal sealed class WithdrawForm
{
    [StringLength(1000)]
    public string? Reason { get; set; }
}
