using FondsWorkflow.App.Features.Outbox.Resend;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Outbox.Show;

/// <summary>One mail, its attachment, and another try when it failed.</summary>
[Authorize(Policy = Policies.Outbox)]
internal sealed class MailPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MailView View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnGetAttachmentAsync()
    {
        var file = await Mediator.Send(new ShowAttachment(Id));
        return File(file.Content, file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnPostAsync()
        => User.IsInRole(nameof(Fund.People.ActorRole.Administrator)) ? await Send(new ResendMail(Id), _ => GoTo("/postausgang", T["Outbox.Again"])) : Forbid();

    protected override async Task Load() => View = await Mediator.Send(new ShowMail(Id));
}
