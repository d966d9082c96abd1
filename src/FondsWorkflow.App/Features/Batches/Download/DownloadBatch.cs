using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Batches.Download;

/// <summary>The two files of a batch.</summary>
internal enum BatchFile
{
    /// <summary>pain.001 for the bank.</summary>
    Xml,

    /// <summary>For bookkeeping.</summary>
    Csv,
}

/// <summary>Fetches a stored file of a released batch, the same bytes every time.</summary>
internal sealed record DownloadBatch(Guid BatchId, BatchFile Kind) : ICommand<Guid>;

internal sealed class DownloadBatchHandler(FondsDb db, BatchDesk desk, CommandContext context, BerlinTime clock) : IRequestHandler<DownloadBatch, Guid>
{
    public async Task<Guid> Handle(DownloadBatch request, CancellationToken cancellationToken)
    {
        var (batch, _) = await desk.OpenAsync(request.BatchId, cancellationToken);
        batch.Download(context.Actor, clock.Now);
        var hash = request.Kind == BatchFile.Xml ? batch.XmlSha256 : batch.CsvSha256;
        return await db.Files.Where(f => f.BatchId == batch.Id && f.Sha256 == hash).Select(f => f.Id).SingleAsync(cancellationToken);
    }
}

internal sealed class DownloadBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
        => api.MapGet("batches/{batchId:guid}/{kind}", async (Guid batchId, BatchFile kind, IMediator sender, FondsDb db, CancellationToken cancellationToken) =>
            await FileAsync(await sender.Send(new DownloadBatch(batchId, kind), cancellationToken), db, cancellationToken))
            .RequireAuthorization(Policies.Finance).WithTags("batches").Produces(200).ProducesProblem(404).ProducesValidationProblem(422);

    private static async Task<IResult> FileAsync(Guid id, FondsDb db, CancellationToken cancellationToken)
    {
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == id, cancellationToken);
        return Results.File(file.Content, file.ContentType, file.FileName);
    }
}
