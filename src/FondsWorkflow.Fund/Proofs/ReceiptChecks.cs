using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>What every receipt must say before it is listed.</summary>
internal static class ReceiptChecks
{
    private const int MaxReceipts = 200;

    public static Refusals Check(Refusals refusals, Receipt receipt, IReadOnlyList<Receipt> others, ProofBasis basis) => refusals
        .Text("Payee", receipt.Payee, 200, ProofRules.PayeeIsNamed, ProofRules.TextIsShortEnough)
        .Text("Reason", receipt.Reason, 500, ProofRules.PurposeIsNamed, ProofRules.TextIsShortEnough)
        .At("Amount", receipt.Amount.IsPositive, ProofRules.AmountIsPositive)
        .At("Amount", receipt.Amount <= FieldChecks.LargestAmount, ProofRules.AmountIsPlausible, FieldChecks.LargestAmount)
        .At(null, others.Count < MaxReceipts || others.Any(o => o.Id == receipt.Id), ProofRules.NotTooManyReceipts, MaxReceipts)
        .At("Number", receipt.Number > 0 && others.All(o => o.Id == receipt.Id || o.Number != receipt.Number), ProofRules.NumberIsUnique)
        .At("CostItemIndex", basis.Plan.Any(p => p.Index == receipt.CostItemIndex), ProofRules.BelongsToPlan)
        .At("PayeeAddress", !receipt.IsOwnReceipt || receipt.PayeeAddress is { Length: > 0 }, ProofRules.OwnReceiptHasAddress)
        .At("PayeeAddress", receipt.PayeeAddress is null or { Length: <= 300 }, ProofRules.TextIsShortEnough, 300)
        .At("Date", receipt.Date <= basis.Today, ProofRules.PaidByToday)
        .With(FieldChecks.PastYear("Date", receipt.Date, basis.Today))
        .With(FieldChecks.PastYear("PaidOn", receipt.PaidOn, basis.Today))
        .At("PaidOn", receipt.PaidOn <= basis.Today, ProofRules.PaidByToday);
}
