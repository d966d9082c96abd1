using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Show;

/// <summary>One page for everything about the own application: as a draft the list of steps, afterwards status, next step and history.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class ShowPage : FondsPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public ApplicationView View { get; private set; } = null!;

    /// <summary>The form of a draft.</summary>
    public FormView? Draft { get; private set; }

    public async Task OnGetAsync()
    {
        View = await Mediator.Send(new ShowApplication(Id), HttpContext.RequestAborted);
        Draft = View.IsDraft ? await Mediator.Send(new ReadForm(Id), HttpContext.RequestAborted) : null;
    }
}
