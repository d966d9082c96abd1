using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Notices.Download;

/// <summary>Gives the stored bytes of a notice to everybody signed in whose business it is.</summary>
[Authorize]
internal sealed class DownloadPage : FondsPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format)
    {
        var file = await Mediator.Send(new DownloadNotice(id, format));
        return File(file.Content, file.ContentType, file.FileName);
    }
}
