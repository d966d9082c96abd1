using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Attach;

/// <summary>Attaches a file to the own application. What it is, its content tells.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Kind">What the applicant says it is.</param>
/// <param name="CostIndex">For a quote: the cost item.</param>
/// <param name="FileName">Its name on the applicant's device.</param>
/// <param name="ClaimedType">Content type the sender gave; must not contradict the content.</param>
/// <param name="Content">The bytes.</param>
internal sealed record AttachFile(Guid ApplicationId, AttachmentKind Kind, int? CostIndex, string FileName, string? ClaimedType, byte[] Content) : ICommand<Guid>;

/// <summary>Takes an attachment away while the form is open.</summary>
internal sealed record RemoveAttachment(Guid ApplicationId, Guid AttachmentId) : ICommand<string>;

internal sealed class AttachFileHandler(FondsDb db, Access access, CityBook city, CommandContext context, IIdSource ids, BerlinTime clock) : IRequestHandler<AttachFile, Guid>
{
    private const string Unknown = "application/octet-stream";

    public async Task<Guid> Handle(AttachFile request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.ApplicationId, cancellationToken);
        var type = FileContent.TypeOf(request.Content) ?? Unknown;
        var attachment = new AttachmentRef(
            ids.New(), request.FileName, type, request.Content.LongLength, Convert.ToHexStringLower(SHA256.HashData(request.Content)), request.Kind, clock.Now,
            request.Kind == AttachmentKind.Quote ? request.CostIndex : null);
        application.Attach(attachment, city.GuidelineFor(application, clock.Today));
        Require.At("Attachment", FileContent.Agrees(type, request.FileName, request.ClaimedType), CitizenRules.ContentFitsName);
        db.Files.Add(new StoredFile
        {
            Id = attachment.Id,
            ApplicationId = application.Id,
            FileName = application.Attachments[^1].FileName,
            ContentType = type,
            Size = attachment.Size,
            Sha256 = attachment.Sha256,
            Content = request.Content,
            At = clock.Now,
            By = context.Actor.Id,
        });
        return attachment.Id;
    }
}

internal sealed class RemoveAttachmentHandler(FondsDb db, Access access, BerlinTime clock) : IRequestHandler<RemoveAttachment, string>
{
    public async Task<string> Handle(RemoveAttachment request, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(request.ApplicationId, cancellationToken);
        var name = application.Attachments.FirstOrDefault(a => a.Id == request.AttachmentId)?.FileName ?? "";
        application.Detach(request.AttachmentId, clock.Now);
        if (application.SubmittedAt is null)
        {
            // What was handed in once stays on record; what never was, goes with its bytes.
            await db.Files.Where(f => f.Id == request.AttachmentId).ExecuteDeleteAsync(cancellationToken);
        }

        return name;
    }
}
