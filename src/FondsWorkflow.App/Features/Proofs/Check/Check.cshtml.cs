using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Check;

/// <summary>The management checks a proof: receipts with their scans against the plan; accepts, with less where there is a reason, or asks.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class CheckPage(Hosting.BerlinTime clock) : FondsPage
{
    private const int DaysToAnswer = 14;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public CheckForm Form { get; set; } = new();

    [BindOn("Object")]
    public ObjectionForm Objection { get; set; } = new();

    public ProofView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync() => Send(
        new AcceptProof(Form.AssignmentId, Form.Version, [.. Form.Recognitions.Select(r => new RecognisedReceipt(r.ReceiptId, r.Amount!.Value, r.Note))]),
        _ => GoTo($"/management/antraege/{Id}/nachweis", T["Proofs.Accepted"]));

    public Task<IActionResult> OnPostObjectAsync() => Send(
        new ObjectToProof(Objection.AssignmentId, Objection.Version, Objection.Text, Objection.DueOn),
        _ => GoTo($"/management/antraege/{Id}/nachweis", T["Proofs.Objected"]),
        nameof(Objection));

    /// <summary>Fills the forms that were not posted.</summary>
    protected override async Task Load()
    {
        View = await Mediator.Send(new ShowProofCheck(Id), HttpContext.RequestAborted);
        if (Form.AssignmentId == Guid.Empty)
        {
            Form = new CheckForm
            {
                AssignmentId = View.Assignment?.Id ?? Guid.Empty,
                Version = View.Version ?? 0,
                Recognitions = [.. View.Receipts.Select(r => new RecognitionForm { ReceiptId = r.Id, Amount = r.Amount })],
            };
        }

        if (Objection.AssignmentId == Guid.Empty)
        {
            Objection = new ObjectionForm { AssignmentId = View.Assignment?.Id ?? Guid.Empty, Version = View.Version ?? 0, DueOn = clock.Today.AddDays(DaysToAnswer) };
        }
    }
}

internal sealed class CheckForm
{
    public Guid AssignmentId { get; set; }

    public int Version { get; set; }

    public List<RecognitionForm> Recognitions { get; set; } = [];
}

internal sealed class RecognitionForm
{
    public Guid ReceiptId { get; set; }

    [Required]
    public Money? Amount { get; set; }

    [StringLength(500)]
    public string? Note { get; set; }
}

internal sealed class ObjectionForm
{
    public Guid AssignmentId { get; set; }

    public int Version { get; set; }

    [StringLength(2000)]
    public string Text { get; set; } = "";

    public DateOnly DueOn { get; set; }
}
