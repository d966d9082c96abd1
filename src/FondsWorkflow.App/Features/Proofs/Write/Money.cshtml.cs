using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>Third step of the proof: money beside the grant.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class MoneyPage : ProofPage
{
    [BindOn("")]
    public MoneyForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => Send(
        new SaveProofFinancing(Id, Form.Version, Form.Income ?? Money.Zero, Form.OwnMeans ?? Money.Zero, Form.ThirdParty ?? Money.Zero),
        _ => GoTo($"{Home}/konto", T["Proofs.Saved"]));

    protected override void Fill() => Form = new MoneyForm
    {
        Version = View.Version,
        Income = View.Financing.Income,
        OwnMeans = View.Financing.OwnMeans,
        ThirdParty = View.Financing.ThirdParty,
    };
}

internal sealed class MoneyForm
{
    public int? Version { get; set; }

    public Money? Income { get; set; }

    public Money? OwnMeans { get; set; }

    public Money? ThirdParty { get; set; }
}
