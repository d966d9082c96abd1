using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Decisions.AcceptReduced;

/// <summary>Less was granted than asked for: the applicant says whether the project can be done with it.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AcceptReducedPage : FondsPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindOn("")]
    public AcceptReducedForm Form { get; set; } = new();

    public ReducedGrantView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return View.IsOpen ? Page() : GoTo($"/antrag/{Id}", T["Decisions.NothingToAccept"]);
    }

    public Task<IActionResult> OnPostAsync() => Form.Answer == ReducedGrantAnswer.Accepted
        ? Send(new AcceptReducedGrant(Id), _ => Done("Decisions.ReducedAccepted"))
        : Send(new DeclineReducedGrant(Id), _ => Done("Decisions.ReducedDeclined"));

    protected override async Task Load() => View = await Mediator.Send(new ReadReducedGrant(Id), HttpContext.RequestAborted);

    private IActionResult Done(string text) => GoTo($"/antrag/{Id}", T[text]);
}

/// <summary>The ports of the step.</summary>
internal enum ReducedGrantAnswer
{
    Accepted,
    Declined,
}

internal sealed class AcceptReducedForm
{
    [Required]
    public ReducedGrantAnswer? Answer { get; set; }
}
