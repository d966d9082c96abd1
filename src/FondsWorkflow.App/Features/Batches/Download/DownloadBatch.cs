using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
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

/// <summary>Notes that somebody takes the files of a released batch to the bank, and that from now on they may be there; answers where the bytes are read.</summary>
internal sealed record DownloadBatch(Guid BatchId, BatchFile Kind) : ICommand<string>;

/// <summary>Reads a file of a released batch: the bytes stored when it was prepared, the same every time. Changes nothing.</summary>
internal sealed record ReadBatchFile(Guid BatchId, BatchFile Kind) : IRequest<StoredFile>;

internal sealed class DownloadBatchHandler(FondsDb db, BatchDesk desk, AccountLocks locks, CommandContext context, BerlinTime clock) : IRequestHandler<DownloadBatch, string>, IRequestHandler<ReadBatchFile, StoredFile>
{
    public async Task<string> Handle(DownloadBatch request, CancellationToken cancellationToken)
    {
        var batch = await OpenAsync(request.BatchId, cancellationToken);
        RequireFile(batch, request.Kind);
        batch.Download(context.Actor, clock.Now);
        return $"/api/v1/batches/file?batchId={batch.Id}&kind={request.Kind}";
    }

    public async Task<StoredFile> Handle(ReadBatchFile request, CancellationToken cancellationToken)
    {
        var batch = await OpenAsync(request.BatchId, cancellationToken);
        Require.That(batch.DiscardedAt is null, BatchRules.NotDiscarded);
        Require.That(batch.ReleasedAt is not null, BatchRules.ReleasedFirst);
        RequireFile(batch, request.Kind);
        var hash = request.Kind == BatchFile.Xml ? batch.XmlSha256 : batch.CsvSha256;
        return await db.Files.AsNoTracking().SingleAsync(f => f.BatchId == batch.Id && f.Sha256 == hash, cancellationToken);
    }

    /// <summary>Until the bank has it, a file with a locked account stays in the house: its account was locked after the release.</summary>
    private async Task<PaymentBatch> OpenAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var (batch, payouts) = await desk.OpenAsync(batchId, cancellationToken);
        if (batch is { SubmittedAt: null, DiscardedAt: null })
        {
            await locks.RequireOpenAsync(payouts, cancellationToken);
        }

        return batch;
    }

    private static void RequireFile(PaymentBatch batch, BatchFile kind)
        => Require.That(kind == BatchFile.Csv || batch.XmlSha256 is not null || batch.CsvSha256 is null, BatchFormRules.OneFilePays);
}

internal sealed class DownloadBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<DownloadBatch, string>("batches/download", Policies.Finance);
        api.MapFile<ReadBatchFile, StoredFile>("batches/file", Policies.Finance, f => f.AsFile());
    }
}
