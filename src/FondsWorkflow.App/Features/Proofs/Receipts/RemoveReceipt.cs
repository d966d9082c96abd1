using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Takes a receipt out of the list.</summary>
internal sealed record RemoveReceipt(Guid ApplicationId, Guid ReceiptId) : ICommand<Unit>;

internal sealed class RemoveReceiptHandler(ProofBook proofs, ReceiptScans scans, CommandContext context) : IRequestHandler<RemoveReceipt, Unit>
{
    public async Task<Unit> Handle(RemoveReceipt request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        var scan = open.Proof.Receipts.FirstOrDefault(r => r.Id == request.ReceiptId)?.AttachmentId;
        open.Proof.RemoveReceipt(request.ReceiptId, context.Actor);
        await scans.DropAsync(open, scan, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class RemoveReceiptEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RemoveReceipt, Unit>("proofs/receipt/remove", Policies.Applicant);
}
