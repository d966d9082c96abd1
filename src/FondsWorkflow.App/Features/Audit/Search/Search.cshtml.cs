using FondsWorkflow.App.Features.Applications.Search;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Audit.Search;

/// <summary>The auditors' door: reads everything, changes nothing.</summary>
[Authorize(Policy = Policies.Auditor)]
internal sealed class SearchPage : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "suche")]
    public string? Term { get; set; }

    public FoundView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = new FoundView(await Mediator.Send(new SearchApplications(Term)), Term, "/pruefung/antraege");
}
