using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Attach;

/// <summary>An attachment's bytes, for everybody who may see its application, but the circle: it decides on what the management presents, attachments hold private data.</summary>
internal sealed record ReadAttachment(Guid ApplicationId, Guid AttachmentId) : IRequest<StoredFile>;

internal sealed class ReadAttachmentHandler(FondsDb db, Access access, CommandContext who) : IRequestHandler<ReadAttachment, StoredFile>
{
    public async Task<StoredFile> Handle(ReadAttachment request, CancellationToken cancellationToken)
    {
        if (who.Actor.Role == ActorRole.CircleMember)
        {
            throw new NotFoundException();
        }

        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ApplicationId, cancellationToken) ?? throw new NotFoundException();
        return application.Attachments.Any(a => a.Id == request.AttachmentId)
            ? await db.Files.AsNoTracking().SingleAsync(f => f.Id == request.AttachmentId, cancellationToken)
            : throw new NotFoundException();
    }
}

/// <summary>Gives an attachment out to be saved, never to be opened inside this site.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DownloadPage(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromRoute] Guid file)
    {
        var stored = await mediator.Send(new ReadAttachment(id, file), HttpContext.RequestAborted);
        return File(stored.Content, stored.ContentType, stored.FileName);
    }
}
