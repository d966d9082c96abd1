using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>The four ways from the notice to the money, in plain words.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AskPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AskView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    protected override async Task Load() => View = await Mediator.Send(new ShowAsk(Id), HttpContext.RequestAborted);
}
