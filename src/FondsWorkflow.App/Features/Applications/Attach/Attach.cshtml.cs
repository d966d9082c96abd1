using System.Globalization;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Applications.Attach;

/// <summary>Step 7: attachments.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class AttachPage() : StepPage("anlagen")
{
    private static readonly AttachmentKind[] Plain =
        [AttachmentKind.Sketch, AttachmentKind.RegisterExtract, AttachmentKind.LetterOfIntent, AttachmentKind.Permit, AttachmentKind.Other];

    [BindOn("")]
    public AttachForm Form { get; set; } = new();

    [BindOn("Remove")]
    public RemoveForm Remove { get; set; } = new();

    /// <summary>One question instead of two: what it is, and for a quote which cost item it belongs to.</summary>
    public IEnumerable<SelectListItem> Choices =>
    [
        .. View.Form.Costs.Index().Where(c => View.NeedsQuotes(c.Item)).Select(c => new SelectListItem(
            T["Applications.QuoteFor", c.Item.Description], string.Create(CultureInfo.InvariantCulture, $"{AttachmentKind.Quote}:{c.Index}"))),
        .. Plain.Select(k => new SelectListItem(T[$"Applications.Attachment.{k}"], k.ToString())),
    ];

    /// <summary>Cost items whose quotes are missing.</summary>
    public IEnumerable<(CostItem Item, int There)> Lacking => View.Form.Costs.Index()
        .Where(c => View.NeedsQuotes(c.Item) && c.Item.FewerQuotesReason is null && View.QuotesFor(c.Index) < View.Guideline.Quotes.Count.Value)
        .Select(c => (c.Item, View.QuotesFor(c.Index)));

    public long MaxMegabytes => View.Guideline.Files.MaxAttachmentBytes.Value / (1024 * 1024);

    public Task<IActionResult> OnGetAsync() => Show(_ => { });

    public async Task<IActionResult> OnPostAsync()
    {
        var (kind, index) = Parse(Form.What);
        var content = await Uploads.ReadAsync(Form.Attachment, HttpContext.RequestAborted);
        return await Send(
            new AttachFile(Id, kind, index, Form.Attachment.FileName, Form.Attachment.ContentType, content),
            _ => GoTo($"/antrag/{Id}/anlagen", T["Applications.Attached", Form.Attachment.FileName]));
    }

    public Task<IActionResult> OnPostRemoveAsync()
        => Send(new RemoveAttachment(Id, Remove.File), name => GoTo($"/antrag/{Id}/anlagen", T["Applications.AttachmentRemoved", name]), nameof(Remove));

    /// <summary>How an attachment is called on the pages.</summary>
    public string NameOf(AttachmentRef attachment)
        => attachment is { Kind: AttachmentKind.Quote, CostIndex: { } i } && i < View.Form.Costs.Count
            ? T["Applications.QuoteFor", View.Form.Costs[i].Description]
            : T[$"Applications.Attachment.{attachment.Kind}"];

    private static (AttachmentKind Kind, int? Index) Parse(string what)
    {
        var parts = what.Split(':');
        var kind = Enum.TryParse<AttachmentKind>(parts[0], out var known) && Enum.IsDefined(known) ? known : AttachmentKind.Other;
        return (kind, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null);
    }
}

internal sealed class AttachForm
{
    public string What { get; set; } = "";

    public IFormFile Attachment { get; set; } = null!;
}

internal sealed class RemoveForm
{
    public Guid File { get; set; }
}
