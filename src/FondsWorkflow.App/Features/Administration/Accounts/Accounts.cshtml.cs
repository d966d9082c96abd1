using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Accounts;

/// <summary>Who may sign in, as what, for which quarter.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class AccountsPage(CityBook city) : FondsPage
{
    [BindOn("Lock")]
    public AccountForm Lock { get; set; } = new();

    [BindOn("Unlock")]
    public AccountForm Unlock { get; set; } = new();

    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostLockAsync() => Send(new LockAccount(Lock.User), _ => GoTo("/verwaltung/konten", T["Administration.Locked"]), nameof(Lock));

    public Task<IActionResult> OnPostUnlockAsync() => Send(new UnlockAccount(Unlock.User), _ => GoTo("/verwaltung/konten", T["Administration.Unlocked"]), nameof(Unlock));

    public string QuartersOf(AccountLine account)
        => account.Quarters.Count == 0 ? T["Administration.AllQuarters"] : string.Join(", ", account.Quarters.Select(q => city.Quarter(q).Name));

    protected override async Task Load() => Accounts = await Mediator.Send(new ShowAccounts());
}

internal sealed class AccountForm
{
    public string User { get; set; } = "";
}
