using System.Globalization;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>What a machine can see in a proof, before a person judges it. A finding refuses nothing; it says where to look.</summary>
public static class ProofChecks
{
    /// <summary>A position may be exceeded by this part of it without a word (a proposal after ANBest-P Nr. 1.2: 20 %).</summary>
    public const int TolerancePercent = 20;

    /// <summary>All findings in the order of the receipts, then of the plan.</summary>
    public static IReadOnlyList<Finding> Check(ProofReport? report, IReadOnlyList<Receipt> receipts, ProofBasis basis) =>
    [
        .. receipts.Where(r => r.Date < basis.NoticeOn || r.PaidOn < basis.NoticeOn).Select(r => new Finding(FindingKind.BeforeNotice, r.Id, null, r.Amount)),
        .. Duplicates(receipts).Select(r => new Finding(FindingKind.PossibleDuplicate, r.Id, null, r.Amount)),
        .. receipts.Where(r => IsAfter(report, r)).Select(r => new Finding(FindingKind.AfterProject, r.Id, null, r.Amount)),
        .. receipts.Where(r => r.IsOwnReceipt).Select(r => new Finding(FindingKind.OwnReceipt, r.Id, null, r.Amount)),
        .. receipts.Where(r => r.AttachmentId is null).Select(r => new Finding(FindingKind.WithoutScan, r.Id, null, r.Amount)),
        .. PerPosition(receipts, basis.Plan).Where(IsExceeded).Select(c => new Finding(FindingKind.PositionExceeded, null, c.Position.Index, c.Difference)),
        .. PerPosition(receipts, basis.Plan).Where(c => c.Actual.IsZero).Select(c => new Finding(FindingKind.PositionUnused, null, c.Position.Index, c.Position.Amount)),
    ];

    /// <summary>Plan and receipts side by side (zahlenmäßiger Nachweis).</summary>
    public static IReadOnlyList<PositionComparison> PerPosition(IReadOnlyList<Receipt> receipts, IReadOnlyList<PlannedCost> plan) =>
        [.. plan.Select(p => new PositionComparison(p, Money.Sum(receipts.Where(r => r.CostItemIndex == p.Index).Select(r => r.Amount))))];

    private static bool IsAfter(ProofReport? report, Receipt receipt) => report is not null && receipt.Date > report.To;

    private static bool IsExceeded(PositionComparison c) => c.Actual.Cents * 100 > c.Position.Amount.Cents * (100 + TolerancePercent);

    private static IEnumerable<Receipt> Duplicates(IReadOnlyList<Receipt> receipts) => receipts
        .GroupBy(r => (r.Date, r.Amount, Payee: r.Payee.ToUpperInvariant()))
        .SelectMany(same => same.Skip(1));
}

/// <summary>Plan and receipts of one position.</summary>
/// <param name="Position">The plan.</param>
/// <param name="Actual">Sum of the receipts.</param>
public sealed record PositionComparison(PlannedCost Position, Money Actual)
{
    /// <summary>Receipts minus plan.</summary>
    public Money Difference => Actual - Position.Amount;
}

/// <summary>Something to look at.</summary>
/// <param name="Kind">What.</param>
/// <param name="ReceiptId">The receipt; null when it concerns a position.</param>
/// <param name="CostItemIndex">The position; null when it concerns a receipt.</param>
/// <param name="Amount">The amount in question.</param>
public sealed record Finding(FindingKind Kind, Guid? ReceiptId, int? CostItemIndex, Money Amount)
{
    /// <summary>The sentence for people.</summary>
    public string Explain(CultureInfo culture) => FindingTexts.Of(this, culture);
}

/// <summary>What was found.</summary>
public enum FindingKind
{
    /// <summary>Dated or paid before the notice: perhaps an early start.</summary>
    BeforeNotice,

    /// <summary>Same date, amount and payee as an earlier receipt.</summary>
    PossibleDuplicate,

    /// <summary>Dated after the project's last day.</summary>
    AfterProject,

    /// <summary>Written by the group itself.</summary>
    OwnReceipt,

    /// <summary>Without scan or photo.</summary>
    WithoutScan,

    /// <summary>More than the plan and its tolerance.</summary>
    PositionExceeded,

    /// <summary>Planned, but without a receipt.</summary>
    PositionUnused,
}
