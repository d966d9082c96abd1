using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Administration.Definitions;

/// <summary>A definition, drawn from the data that runs.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class DefinitionPage : FondsPage
{
    public DefinitionView View { get; private set; } = null!;

    public async Task OnGetAsync(string id, int version) => View = await Mediator.Send(new ShowDefinition(id, version));
}
