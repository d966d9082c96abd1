using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Administration;

/// <summary>The administrators' door.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class AdministrationPage : FondsPage
{
    public AdministrationView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowAdministration());
}
