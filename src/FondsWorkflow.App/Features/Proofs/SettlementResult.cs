using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>How an accepted proof goes on; the ports of <c>Fonds.SettleProof</c>.</summary>
internal enum SettlementOutcome
{
    /// <summary>The rest is paid.</summary>
    PayRest,

    /// <summary>Too much was paid.</summary>
    Reclaim,

    /// <summary>To the cent.</summary>
    Balanced,
}

/// <summary>The settlement of an application.</summary>
/// <param name="Outcome">How it goes on.</param>
/// <param name="Granted">The grant.</param>
/// <param name="Paid">What was paid before.</param>
/// <param name="Settlement">What follows.</param>
internal sealed record SettlementResult(SettlementOutcome Outcome, Money Granted, Money Paid, Settlement Settlement)
{
    public static SettlementResult Of(Money granted, Money paid, Settlement settlement) => new(
        settlement.PayableNow.IsPositive ? SettlementOutcome.PayRest : settlement.Reclaim.IsPositive ? SettlementOutcome.Reclaim : SettlementOutcome.Balanced, granted, paid, settlement);

    /// <summary>The numbers (cents) as scripts of the definition, the journal and the demo see them.</summary>
    public Dictionary<string, object?> ToPayload() => new(StringComparer.Ordinal)
    {
        ["outcome"] = Outcome.ToString(),
        ["granted"] = Granted.Cents,
        ["paid"] = Paid.Cents,
        ["recognised"] = Settlement.Recognised.Cents,
        ["entitled"] = Settlement.Entitled.Cents,
        ["payableNow"] = Settlement.PayableNow.Cents,
        ["reclaim"] = Settlement.Reclaim.Cents,
        ["toRelease"] = Settlement.ToRelease.Cents,
    };
}
