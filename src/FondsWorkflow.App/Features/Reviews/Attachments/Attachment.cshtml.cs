using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Reviews.Attachments;

/// <summary>Hands an attachment to the management, always as a download.</summary>
[Authorize(Policy = Policies.Management)]
internal sealed class AttachmentPage : FondsPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file)
    {
        var found = await Mediator.Send(new ReadAttachment(id, file));
        return File(found.Content, found.ContentType, found.FileName);
    }
}
