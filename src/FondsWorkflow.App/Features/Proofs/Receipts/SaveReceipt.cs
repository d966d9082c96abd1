using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Adds a receipt, or changes the one named.</summary>
/// <param name="ApplicationId">Whose proof.</param>
/// <param name="Date">Date on the receipt.</param>
/// <param name="PaidOn">Day of payment.</param>
/// <param name="Payee">Who got the money.</param>
/// <param name="Reason">What for.</param>
/// <param name="Amount">How much.</param>
/// <param name="CostItemIndex">Position of the cost plan, from 0.</param>
/// <param name="IsOwnReceipt">True when the group wrote it itself.</param>
/// <param name="PayeeAddress">Needed for an own receipt.</param>
/// <param name="Scan">Photo or scan; without one the receipt keeps the scan it has.</param>
/// <param name="ReceiptId">The receipt to change; null for a new one.</param>
/// <param name="Version">The version the page was read with, when a receipt is changed; a new one overwrites nothing, so that two phones may collect receipts side by side.</param>
internal sealed record SaveReceipt(
    Guid ApplicationId,
    DateOnly Date,
    DateOnly PaidOn,
    string Payee,
    string Reason,
    Money Amount,
    int CostItemIndex,
    bool IsOwnReceipt,
    string? PayeeAddress = null,
    Scan? Scan = null,
    Guid? ReceiptId = null,
    int? Version = null) : ICommand<ReceiptSaved>;

/// <summary>The receipt that was saved.</summary>
/// <param name="ReceiptId">Its id.</param>
/// <param name="Number">The number to write on the paper.</param>
internal sealed record ReceiptSaved(Guid ReceiptId, int Number);

internal sealed class SaveReceiptHandler(ProofBook proofs, ReceiptScans scans, CommandContext context, Hosting.IIdSource ids) : IRequestHandler<SaveReceipt, ReceiptSaved>
{
    public async Task<ReceiptSaved> Handle(SaveReceipt request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        var known = open.Proof.Receipts.FirstOrDefault(r => r.Id == request.ReceiptId);
        Require.At(nameof(request.ReceiptId), request.ReceiptId is null || known is not null, ProofRules.ReceiptIsListed);
        if (known is not null)
        {
            open.RequireVersion(request.Version);
        }

        var receipt = new Receipt(
            known?.Id ?? ids.New(),
            known?.Number ?? open.Proof.Receipts.Select(r => r.Number).DefaultIfEmpty().Max() + 1,
            request.Date,
            request.PaidOn,
            request.Payee,
            request.Reason,
            request.Amount,
            request.CostItemIndex,
            request.IsOwnReceipt,
            request.PayeeAddress,
            known?.AttachmentId);
        open.Proof.SaveReceipt(receipt, open.Basis, context.Actor);
        if (request.Scan is { } scan)
        {
            open.Proof.SaveReceipt(receipt with { AttachmentId = await scans.StoreAsync(open, scan, known?.AttachmentId, cancellationToken) }, open.Basis, context.Actor);
        }

        return new ReceiptSaved(receipt.Id, receipt.Number);
    }
}

internal sealed class SaveReceiptEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SaveReceipt, ReceiptSaved>("proofs/receipt", Policies.Applicant);
}
