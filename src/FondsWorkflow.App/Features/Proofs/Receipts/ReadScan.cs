using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>The photo or scan of a receipt, for the group and for those who check.</summary>
internal sealed record ReadScan(Guid ApplicationId, Guid ReceiptId) : IRequest<ScanFile>;

/// <summary>A stored scan.</summary>
internal sealed record ScanFile(string FileName, string ContentType, byte[] Content);

internal sealed class ReadScanHandler(FondsDb db, Access access, CommandContext context) : IRequestHandler<ReadScan, ScanFile>
{
    public async Task<ScanFile> Handle(ReadScan request, CancellationToken cancellationToken)
    {
        if (context.Actor.Role == ActorRole.CircleMember)
        {
            throw new NotFoundException();
        }

        await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var proof = await db.Proofs.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == request.ApplicationId, cancellationToken);
        var fileId = proof?.Receipts.FirstOrDefault(r => r.Id == request.ReceiptId)?.AttachmentId;
        return await db.Files.AsNoTracking().Where(f => f.Id == fileId && f.ApplicationId == request.ApplicationId)
            .Select(f => new ScanFile(f.FileName, f.ContentType, f.Content)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException();
    }
}

internal sealed class ReadScanEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapFile<ReadScan, ScanFile>("proofs/receipt/scan", policy: null, f => Results.File(f.Content, f.ContentType, f.FileName));
}
