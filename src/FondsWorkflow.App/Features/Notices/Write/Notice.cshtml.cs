using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Notices.Write;

/// <summary>The notice of an application: written, released by a second person, sent.</summary>
[Authorize(Policy = Policies.Office)]
internal sealed partial class NoticePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindOn("")]
    public NoticeForm Form { get; set; } = new();

    [BindOn("Release")]
    public ReleaseForm Release { get; set; } = new();

    [BindOn("SendBack")]
    public SendBackForm SendBack { get; set; } = new();

    [BindOn("Posted")]
    public LetterForm Posted { get; set; } = new();

    [BindOn("Print")]
    public LetterForm Print { get; set; } = new();

    public NoticeView View { get; private set; } = null!;

    private string Here => $"/bauamt/antraege/{Id}/bescheid";

    public async Task OnGetAsync()
    {
        await Load();
        var draft = View.Draft;
        Form = new() { Salutation = draft.Salutation, Body = draft.Body, Provisions = draft.Provisions, LegalRemedy = draft.LegalRemedy, Version = draft.Version };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var draft = new NoticeDraft(Form.Salutation, Form.Body, Form.Provisions, Form.LegalRemedy, Form.Version);
        var answer = Form.Finish
            ? await Send(new SubmitNotice(Id, draft), _ => GoTo("/bauamt", T["Notices.Submitted"]))
            : await Send(new SaveNotice(Id, draft), _ => GoTo(Here, T["Notices.Saved"]));
        PutProblemsAtTheirFields();
        return answer;
    }

    public Task<IActionResult> OnPostReleaseAsync() => Send(new ReleaseNotice(Id, Release.Version), _ => GoTo(Here, T["Notices.Released"]), nameof(Release));

    public Task<IActionResult> OnPostSendBackAsync()
        => Send(new SendBackNotice(Id, SendBack.Version, SendBack.Reason), _ => GoTo("/bauamt", T["Notices.SentBack"]), nameof(SendBack));

    public Task<IActionResult> OnPostPostedAsync() => Send(new ConfirmPosting(Posted.Id), _ => GoTo(Here, T["Notices.PostedDone"]), nameof(Posted));

    public Task<IActionResult> OnPostPrintAsync() => Send(new PrintLetter(Print.Id), _ => GoTo(Here, T["Notices.Printed"]), nameof(Print));

    protected override async Task Load() => View = await Mediator.Send(new ShowNotice(Id));

    /// <summary>The rules name blocks, the page has one field for all of them.</summary>
    private void PutProblemsAtTheirFields()
    {
        foreach (var (key, entry) in ModelState.Where(e => e.Value!.Errors.Count > 0 && Block().IsMatch(e.Key)).ToList())
        {
            foreach (var error in entry!.Errors)
            {
                ModelState.AddModelError(Block().Replace(key, "Form.${field}"), error.ErrorMessage);
            }

            ModelState.Remove(key);
        }
    }

    [GeneratedRegex(@"^Form\.(Text|Draft)\.(?<field>\w+)(\[\d+\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}

internal sealed class NoticeForm
{
    [StringLength(200)]
    public string Salutation { get; set; } = "";

    [StringLength(10_000)]
    public string Body { get; set; } = "";

    [StringLength(10_000)]
    public string? Provisions { get; set; }

    [StringLength(2_000)]
    public string LegalRemedy { get; set; } = "";

    public int? Version { get; set; }

    /// <summary>True for "hand over", false for "keep".</summary>
    public bool Finish { get; set; }
}

internal sealed class ReleaseForm
{
    public int Version { get; set; }
}

internal sealed class SendBackForm
{
    public int Version { get; set; }

    [StringLength(1_000)]
    public string Reason { get; set; } = "";
}

internal sealed class LetterForm
{
    public Guid Id { get; set; }
}
