using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Show;

/// <summary>Everything the applicant typed, to read again or print.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AnswersPage : FondsPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public FormView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ReadForm(Id), HttpContext.RequestAborted);
}
