using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>One receipt: photographed, typed, saved, next.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class EditReceiptPage : ProofPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? ReceiptId { get; set; }

    [BindOn("")]
    public ReceiptForm Form { get; set; } = new();

    [BindOn("Remove")]
    public RemoveForm Remove { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new SaveReceipt(
            Id, Form.Date, Form.PaidOn ?? Form.Date, Form.Payee, Form.Reason, Form.Amount!.Value, Form.CostItemIndex!.Value, Form.IsOwnReceipt, Form.PayeeAddress, await ScanAsync(), ReceiptId, Form.Version);
        return await Send(command, saved => GoTo(Form.Another ? $"{Home}/beleg" : $"{Home}/belege", T["Proofs.ReceiptSaved", saved.Number]));
    }

    public Task<IActionResult> OnPostRemoveAsync()
        => Send(new RemoveReceipt(Id, ReceiptId ?? Guid.Empty, Remove.Version), _ => GoTo($"{Home}/belege", T["Proofs.ReceiptRemoved"]));

    protected override void Fill()
    {
        if (ReceiptId is { } id)
        {
            var receipt = View.Receipts.FirstOrDefault(r => r.Id == id) ?? throw new NotFoundException();
            Form = new ReceiptForm
            {
                Version = View.Version,
                Date = receipt.Date,
                PaidOn = receipt.PaidOn,
                Payee = receipt.Payee,
                Reason = receipt.Reason,
                Amount = receipt.Amount,
                CostItemIndex = receipt.CostItemIndex,
                IsOwnReceipt = receipt.IsOwnReceipt,
                PayeeAddress = receipt.PayeeAddress,
            };
        }
    }

    private async Task<Scan?> ScanAsync()
    {
        if (Form.Scan is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, HttpContext.RequestAborted);
        return new Scan(file.FileName, content.ToArray());
    }
}

internal sealed class RemoveForm
{
    public int Version { get; set; }
}

internal sealed class ReceiptForm
{
    public int? Version { get; set; }

    public IFormFile? Scan { get; set; }

    [Required]
    public Money? Amount { get; set; }

    [StringLength(200)]
    public string Payee { get; set; } = "";

    [StringLength(500)]
    public string Reason { get; set; } = "";

    public DateOnly Date { get; set; }

    public DateOnly? PaidOn { get; set; }

    [Required]
    public int? CostItemIndex { get; set; }

    public bool IsOwnReceipt { get; set; }

    [StringLength(300)]
    public string? PayeeAddress { get; set; }

    /// <summary>Which button: the next receipt at once.</summary>
    public bool Another { get; set; }
}
