namespace FondsWorkflow.Banking;

/// <summary>What is known about a file after its payouts were read.</summary>
internal sealed record ExportTotals(int Count, Money Sum, DateOnly? FirstDay, DateOnly? LastDay, string BodySha256)
{
    internal static ExportTotals None { get; } = new(0, Money.Zero, null, null, "");

    internal ExportTotals With(PayoutRecord record) => this with
    {
        Count = Count + 1,
        Sum = record.Kind is PayoutKind.Reclaim or PayoutKind.Reversal ? Sum - record.Amount : Sum + record.Amount,
        FirstDay = FirstDay is null || record.ExecutionDate < FirstDay ? record.ExecutionDate : FirstDay,
        LastDay = LastDay is null || record.ExecutionDate > LastDay ? record.ExecutionDate : LastDay,
    };
}
