namespace FondsWorkflow.Banking;

/// <summary>What a written bookkeeping file holds.</summary>
/// <param name="Count">Number of payouts.</param>
/// <param name="Total">Their sum, reclaims and reversals counted as negative.</param>
/// <param name="BodySha256">Hash of the payouts' lines, as the totals record may repeat it.</param>
/// <param name="Sha256">Hash of all bytes.</param>
/// <param name="Remarks">Every value that was changed to fit.</param>
public sealed record ExportSummary(int Count, Money Total, string BodySha256, string Sha256, IReadOnlyList<ExportRemark> Remarks);
