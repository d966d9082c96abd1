using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Search;

/// <summary>All applications of the management's quarter, also those where nothing is to be done.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class SearchPage : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "suche")]
    public string? Term { get; set; }

    public FoundView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = new FoundView(await Mediator.Send(new SearchApplications(Term)), Term, "/management/antraege");
}
