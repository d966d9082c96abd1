using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Reclaims;

/// <summary>The office records a reclaim after the hearing; the amount comes from the settlement.</summary>
[Authorize(Policy = Policies.Office)]
internal sealed class ReclaimPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public ReclaimForm Form { get; set; } = new();

    public ReclaimView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Form = new ReclaimForm
        {
            AssignmentId = View.AssignmentId ?? Guid.Empty,
            DueOn = View.ProposedDueOn,
            Reason = T["Proofs.ReclaimReasonText", View.Settled.Paid, View.Settled.Settlement.Recognised, View.Settled.Settlement.Entitled, View.Settled.Settlement.Reclaim],
        };
    }

    public Task<IActionResult> OnPostAsync() => Send(
        new RecordReclaim(Form.AssignmentId, Form.HeardOn, Form.DueOn, Form.Reason),
        recorded => GoTo($"/bauamt/antraege/{Id}/rueckforderung", T["Proofs.ReclaimSent", recorded.Amount]));

    protected override async Task Load() => View = await Mediator.Send(new ShowReclaim(Id), HttpContext.RequestAborted);
}

internal sealed class ReclaimForm
{
    public Guid AssignmentId { get; set; }

    public DateOnly HeardOn { get; set; }

    public DateOnly DueOn { get; set; }

    [StringLength(2000)]
    public string Reason { get; set; } = "";
}
