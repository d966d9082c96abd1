using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Gives a receipt its photo or scan, or another one.</summary>
internal sealed record AttachScan(Guid ApplicationId, Guid ReceiptId, Scan Scan) : ICommand<Unit>;

internal sealed class AttachScanHandler(ProofBook proofs, ReceiptScans scans, CommandContext context) : IRequestHandler<AttachScan, Unit>
{
    public async Task<Unit> Handle(AttachScan request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        var receipt = open.Proof.Receipts.FirstOrDefault(r => r.Id == request.ReceiptId) ?? throw new RuleViolation([new RuleProblem(ProofRules.ReceiptIsListed, nameof(request.ReceiptId), [])]);
        open.Proof.SaveReceipt(receipt, open.Basis, context.Actor);
        open.Proof.SaveReceipt(
            receipt with { AttachmentId = await scans.StoreAsync(open, request.Scan, receipt.AttachmentId, cancellationToken) }, open.Basis, context.Actor);
        return Unit.Value;
    }
}

internal sealed class AttachScanEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AttachScan, Unit>("proofs/receipt/scan", Policies.Applicant);
}
