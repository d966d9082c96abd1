using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.CollectReclaim;

/// <summary>Finance records what the group paid back.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class CollectReclaimPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public ReclaimPaymentForm Form { get; set; } = new();

    public ReclaimView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync()
        => Send(new RecordReclaimPayment(Id, Form.Version, Form.Amount!.Value, Form.On), _ => GoTo($"/finanzen/antraege/{Id}/rueckforderung", T["Payouts.ReclaimRecorded", Form.Amount]));

    protected override async Task Load()
    {
        View = await Mediator.Send(new ShowReclaim(Id));
        Form.Version = HttpMethods.IsPost(Request.Method) ? Form.Version : View.Version;
    }
}

internal sealed class ReclaimPaymentForm
{
    public int Version { get; set; }

    [Required]
    public Money? Amount { get; set; }

    public DateOnly On { get; set; }
}
