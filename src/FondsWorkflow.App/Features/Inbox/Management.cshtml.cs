using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Inbox;

/// <summary>What the management has to do today.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class ManagementPage : FondsPage
{
    private static readonly string[] Steps = ["ReviewApplication", "DecideInCircle", "FulfilConditions", "CheckProof"];

    [BindProperty(SupportsGet = true, Name = "Schritt")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "Suche")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "Seite")]
    public int Number { get; set; } = 1;

    public InboxView View { get; private set; } = null!;

    public async Task OnGetAsync()
        => View = new InboxView(await Mediator.Send(new ListOpenWork(Step, Search, Number)), "/management", Steps, Step, Search);
}
