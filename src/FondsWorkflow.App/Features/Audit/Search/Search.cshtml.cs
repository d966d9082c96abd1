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

    public IReadOnlyList<FoundApplication> Found { get; private set; } = [];

    public async Task OnGetAsync() => Found = await Mediator.Send(new SearchApplications(Term is { Length: > 200 } ? Term[..200] : Term));
}
