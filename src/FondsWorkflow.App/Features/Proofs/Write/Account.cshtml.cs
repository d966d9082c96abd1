using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>Fourth step of the proof: the account for what is paid in the end.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AccountPage : ProofPage
{
    [BindOn("")]
    public KnownAccountForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await Mediator.Send(new ShowAsk(Id), HttpContext.RequestAborted);
        Form = new() { Holder = account.Holder ?? account.ApplicantName, Iban = account.Iban ?? "", OtherHolderReason = account.OtherHolderReason, Version = account.Version };
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => Send(new SaveAccount(Id, Form.Holder, Form.Iban, Form.OtherHolderReason, Form.Version), _ => GoTo(Home, T["Proofs.Saved"]));
}
