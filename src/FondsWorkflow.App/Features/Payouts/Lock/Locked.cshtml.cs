using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Payouts.Lock;

/// <summary>Accounts that nobody pays to, until two people checked them.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class LockedPage : FondsPage
{
    public LockedAccounts View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowLockedAccounts());
}
