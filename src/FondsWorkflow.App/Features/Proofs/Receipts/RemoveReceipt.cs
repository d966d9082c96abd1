using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Takes a receipt out of the list.</summary>
/// <param name="ApplicationId">Whose proof.</param>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Version">The version the page was read with.</param>
internal sealed record RemoveReceipt(Guid ApplicationId, Guid ReceiptId, int Version) : ICommand<Unit>;

internal sealed class RemoveReceiptHandler(ProofBook proofs, ReceiptScans scans, CommandContext context) : IRequestHandler<RemoveReceipt, Unit>
{
    public async Task<Unit> Handle(RemoveReceipt request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        var known = open.Proof.Receipts.FirstOrDefault(r => r.Id == request.ReceiptId) ?? throw new RuleViolation([new RuleProblem(ProofRules.ReceiptIsListed, nameof(request.ReceiptId), [])]);
        open.RequireVersion(request.Version);
        open.Proof.RemoveReceipt(known.Id, context.Actor);
        await scans.DropAsync(open, known.AttachmentId, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class RemoveReceiptEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<RemoveReceipt, Unit>("proofs/receipt/remove", Policies.Applicant);
}
