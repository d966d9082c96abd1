using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Show;

/// <summary>The scan of a receipt of one application.</summary>
internal sealed record ReadReceipt(Guid ApplicationId, Guid FileId) : IRequest<StoredFile>;

internal sealed class ReadReceiptHandler(FondsDb db, Access access, CommandContext context) : IRequestHandler<ReadReceipt, StoredFile>
{
    public async Task<StoredFile> Handle(ReadReceipt request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        return await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == request.FileId && f.ApplicationId == application.Id, cancellationToken)
            ?? throw new NotFoundException();
    }
}

internal sealed class ReadReceiptEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapFile<ReadReceipt, StoredFile>("payouts/receipt", Policies.Finance, f => f.AsFile());
}
