using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Sends the photo or scan of a receipt: pictures into the page, PDF as a file.</summary>
[Authorize(Roles = "Applicant,Management,Office,Finance,Auditor,Administrator")]
internal sealed class ScanImagePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ReceiptId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var scan = await Mediator.Send(new ReadScan(Id, ReceiptId), HttpContext.RequestAborted);
        Response.Headers.CacheControl = "private, no-store";
        return scan.ContentType == FileContent.Pdf ? File(scan.Content, scan.ContentType, scan.FileName) : File(scan.Content, scan.ContentType);
    }
}
