using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>
/// What is still paid, reclaimed and released after a proof. The fund closes the gap that income, own means and others' money leave in the
/// recognised costs, up to the grant. To the cent: paid + payable now + to release = grant, unless too much was paid already.
/// </summary>
/// <param name="Recognised">Recognised costs.</param>
/// <param name="Entitled">What the group is entitled to, 0 up to the grant.</param>
/// <param name="PayableNow">Still to pay.</param>
/// <param name="Reclaim">Paid too much.</param>
/// <param name="ToRelease">Committed money that is free again.</param>
public sealed record Settlement(Money Recognised, Money Entitled, Money PayableNow, Money Reclaim, Money ToRelease)
{
    /// <summary>Computes the settlement.</summary>
    /// <param name="grant">The grant, 0 or more.</param>
    /// <param name="paid">What was paid so far, 0 up to the grant.</param>
    /// <param name="recognised">Recognised costs, 0 or more.</param>
    /// <param name="financing">Money that came in beside the grant.</param>
    /// <param name="ownSharePercent">Share of the costs that never comes from the fund, 0 to 100; fractions of a cent go to the group's share.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
    public static Settlement Compute(Money grant, Money paid, Money recognised, ProofFinancing financing, int ownSharePercent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grant.Cents, nameof(grant));
        ArgumentOutOfRangeException.ThrowIfNegative(paid.Cents, nameof(paid));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paid.Cents, grant.Cents, nameof(paid));
        ArgumentOutOfRangeException.ThrowIfNegative(recognised.Cents, nameof(recognised));
        ArgumentOutOfRangeException.ThrowIfNegative(ownSharePercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ownSharePercent, 100);

        var gap = Money.Max(Money.Zero, recognised - financing.Total);
        var share = Money.FromCents((long)((Int128)recognised.Cents * (100 - ownSharePercent) / 100));
        var entitled = Money.Min(grant, Money.Min(gap, share));
        return new Settlement(
            recognised,
            entitled,
            PayableNow: Money.Max(Money.Zero, entitled - paid),
            Reclaim: Money.Max(Money.Zero, paid - entitled),
            ToRelease: grant - Money.Max(entitled, paid));
    }
}
