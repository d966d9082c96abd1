using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Payouts.Inbox;

/// <summary>The door of finance: what is to be done, and the ways to batches, accounts and bank files.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class InboxPage : FondsPage
{
    public FinanceInbox View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowFinanceInbox());
}
