using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Payouts.Lock;

/// <summary>One locked account: one person says how it was checked, another lifts the lock.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class LockedOnePage : FondsPage
{
    private const string Accounts = "/finanzen/gesperrte-konten";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public CheckForm Form { get; set; } = new();

    public LockedAccount View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync() => Send(new CheckAccount(Id, Form.Check), _ => GoTo(Accounts, T["Payouts.DoneCheckAccount"]));

    public Task<IActionResult> OnPostLiftAsync() => Send(new LiftAccountLock(Id), _ => GoTo(Accounts, T["Payouts.DoneLiftAccount"]), "");

    protected override async Task Load() => View = await Mediator.Send(new ShowLockedAccount(Id));
}

internal sealed class CheckForm
{
    [StringLength(1000)]
    public string Check { get; set; } = "";
}
