using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Ledger.Show;

/// <summary>All accounts.</summary>
[Authorize(Policy = Policies.LedgerReaders)]
internal sealed class ListPage : FondsPage
{
    public LedgerList View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowLedgers());
}
