using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Reviews.Attachments;

/// <summary>The bytes of an attachment, for those who may see its application.</summary>
internal sealed record ReadAttachment(Guid ApplicationId, Guid FileId) : IRequest<AttachmentBytes>;

/// <summary>A file.</summary>
internal sealed record AttachmentBytes(string FileName, string ContentType, byte[] Content);

internal sealed class ReadAttachmentHandler(FondsDb db, Access access) : IRequestHandler<ReadAttachment, AttachmentBytes>
{
    public async Task<AttachmentBytes> Handle(ReadAttachment request, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var attachment = application.Attachments.FirstOrDefault(a => a.Id == request.FileId) ?? throw new NotFoundException();
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == attachment.Id && f.ApplicationId == application.Id, cancellationToken) ?? throw new NotFoundException();
        return new AttachmentBytes(attachment.FileName, attachment.ContentType, file.Content);
    }
}

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
