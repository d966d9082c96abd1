using CsCheck;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.Fund.Tests.Proofs;

public sealed class SettlementTests
{
    private static readonly Gen<(Money Grant, Money Paid, Money Recognised, ProofFinancing Financing, int OwnShare)> Cases =
        from grant in Gen.Long[0, 1_000_000]
        from paid in Gen.Long[0, grant]
        from recognised in Gen.Long[0, 2_000_000]
        from income in Gen.Long[0, 300_000]
        from own in Gen.Long[0, 300_000]
        from others in Gen.Long[0, 300_000]
        from share in Gen.Int[0, 100]
        select (M(grant), M(paid), M(recognised), new ProofFinancing(M(income), M(own), M(others)), share);

    [Fact]
    public void Paid_payable_and_released_are_the_grant_to_the_cent()
    {
        Cases.Sample(c =>
        {
            var s = Settlement.Compute(c.Grant, c.Paid, c.Recognised, c.Financing, c.OwnShare);
            return c.Paid + s.PayableNow + s.ToRelease == c.Grant;
        });
    }

    [Fact]
    public void What_was_paid_plus_payable_minus_reclaim_is_what_the_group_is_entitled_to()
    {
        Cases.Sample(c =>
        {
            var s = Settlement.Compute(c.Grant, c.Paid, c.Recognised, c.Financing, c.OwnShare);
            return c.Paid + s.PayableNow - s.Reclaim == s.Entitled && (s.PayableNow.IsZero || s.Reclaim.IsZero);
        });
    }

    [Fact]
    public void Nobody_gets_more_than_grant_gap_and_share_and_nothing_is_negative()
    {
        Cases.Sample(c =>
        {
            var s = Settlement.Compute(c.Grant, c.Paid, c.Recognised, c.Financing, c.OwnShare);
            return s.Entitled <= c.Grant
                && (s.Entitled.IsZero || s.Entitled + c.Financing.Total <= c.Recognised)
                && s.Entitled.Cents * 100 <= c.Recognised.Cents * (100 - c.OwnShare)
                && !s.Entitled.IsNegative && !s.PayableNow.IsNegative && !s.Reclaim.IsNegative && !s.ToRelease.IsNegative;
        });
    }

    [Theory]
    [InlineData(100_000, 0, 100_000, 0, 0, 100_000, 0, 0)]
    [InlineData(100_000, 50_000, 80_000, 0, 0, 30_000, 0, 20_000)]
    [InlineData(100_000, 100_000, 80_000, 0, 0, 0, 20_000, 0)]
    [InlineData(100_000, 0, 120_000, 30_000, 0, 90_000, 0, 10_000)]
    [InlineData(100_000, 0, 100_001, 0, 50, 50_000, 0, 50_000)]
    [InlineData(100_000, 10_000, 0, 0, 0, 0, 10_000, 90_000)]
    public void Examples(long grant, long paid, long recognised, long income, int ownShare, long payable, long reclaim, long release)
    {
        var s = Settlement.Compute(M(grant), M(paid), M(recognised), new ProofFinancing(M(income), Money.Zero, Money.Zero), ownShare);

        Assert.Equal((M(payable), M(reclaim), M(release)), (s.PayableNow, s.Reclaim, s.ToRelease));
    }

    [Fact]
    public void More_than_the_grant_cannot_have_been_paid()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Settlement.Compute(M(1), M(2), M(0), new ProofFinancing(M(0), M(0), M(0))));
    }

    private static Money M(long cents) => Money.FromCents(cents);
}
