using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>Asks for an advance or a part payment, and for the account.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AskAmountPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Way { get; set; } = "";

    [BindOn("")]
    public AskAmountForm Form { get; set; } = new();

    public AskView View { get; private set; } = null!;

    public bool IsAdvance => string.Equals(Way, "vorschuss", StringComparison.OrdinalIgnoreCase);

    public async Task OnGetAsync()
    {
        await Load();
        Form = new AskAmountForm
        {
            AssignmentId = View.Activity == "AskForMoney" ? View.AssignmentId ?? Guid.Empty : Guid.Empty,
            Holder = View.Holder ?? View.ApplicantName,
            Iban = View.Iban ?? "",
            OtherHolderReason = View.OtherHolderReason,
        };
    }

    public Task<IActionResult> OnPostAsync() => Send(
        new AskForMoney(Form.AssignmentId, IsAdvance ? PayoutKind.Advance : PayoutKind.PartPayment, Form.Amount!.Value, Form.Holder, Form.Iban, Form.Reason, Form.OtherHolderReason),
        asked => GoTo($"/antrag/{Id}", T["PayoutsAsk.Sent", asked.Amount]));

    protected override async Task Load() => View = await Mediator.Send(new ShowAsk(Id), HttpContext.RequestAborted);
}

internal sealed class AskAmountForm : AccountForm
{
    public Guid AssignmentId { get; set; }

    [Required]
    public Money? Amount { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }
}
