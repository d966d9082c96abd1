using FondsWorkflow.App.Features.Notices.Mail;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Notices.Inbox;

/// <summary>The office's door.</summary>
[Authorize(Policy = Policies.Office)]
internal sealed class InboxPage : FondsPage
{
    [BindOn("Posted")]
    public LetterForm Posted { get; set; } = new();

    public OfficeInboxView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostPostedAsync() => Send(new ConfirmPosting(Posted.Id), _ => GoTo("/bauamt", T["Notices.PostedDone"]), nameof(Posted));

    protected override async Task Load() => View = await Mediator.Send(new OfficeInbox());
}
