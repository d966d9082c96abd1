using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Payouts.Account;

/// <summary>The applicant checks account holder and IBAN.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AccountPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public AccountForm Form { get; set; } = new();

    public AccountToCorrect View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        (Form.Holder, Form.Version) = (View.Holder, View.Version);
    }

    public Task<IActionResult> OnPostAsync()
        => Send(new NameAccount(Id, Form.Version, Form.Holder, Form.Iban), _ => GoTo($"/antrag/{Id}", T["Payouts.AccountSaved"]));

    protected override async Task Load() => View = await Mediator.Send(new ShowAccount(Id));
}

internal sealed class AccountForm
{
    public int Version { get; set; }

    [StringLength(70)]
    public string Holder { get; set; } = "";

    [StringLength(60)]
    public string Iban { get; set; } = "";
}
