using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.Fund.Tests.Proofs;

public sealed class ReclaimTests
{
    private static readonly ReclaimClaim Claim = new(Someone.Id(100), Someone.ApplicantId, Money.FromCents(10_000), "Nicht verbraucht", Someone.Today, Someone.Today.AddDays(30));

    [Fact]
    public void A_group_was_not_heard_in_the_year_26()
    {
        var violation = Refusal.Expect(Fund.Applications.ApplicationRules.YearIsPlausible, () => Reclaim.Record(Someone.Id(80), Claim with { HeardOn = new(26, 1, 1) }, Someone.Drafter, Someone.Now, Someone.Today));

        Assert.Equal("HeardOn", Assert.Single(violation.Problems).Field);
    }

    [Fact]
    public void Everything_against_a_reclaim_is_told_at_once()
    {
        var bad = Claim with { Amount = Money.Zero, Reason = "", HeardOn = Someone.Today.AddDays(1), DueOn = Someone.Today };

        var violation = Assert.Throws<RuleViolation>(() => Reclaim.Record(Someone.Id(80), bad, Someone.Applicant, Someone.Now, Someone.Today));

        Assert.Equal(
            [ProofRules.OfficeReclaims, ProofRules.NotTheOwnReclaim, ProofRules.ReclaimIsPositive, ProofRules.HeardFirst, ProofRules.ReclaimLeavesTime, ProofRules.ReclaimHasReason],
            violation.Problems.Select(p => p.Rule));
    }

    [Fact]
    public void The_last_payment_settles_it()
    {
        var reclaim = Recorded();
        reclaim.RecordPayment(Money.FromCents(4_000), Someone.Today, Someone.Finance(1), Someone.Now);
        Refusal.Expect(ProofRules.PaymentWithinReclaim, () => reclaim.RecordPayment(Money.FromCents(6_001), Someone.Today, Someone.Finance(1), Someone.Now));

        reclaim.RecordPayment(Money.FromCents(6_000), Someone.Today, Someone.Finance(1), Someone.Now);

        Assert.Equal((Money.Zero, Someone.Now), (reclaim.Outstanding, reclaim.SettledAt));
        Refusal.Expect(ProofRules.ReclaimIsOpen, () => reclaim.Waive("Härtefall", Someone.Releaser, Someone.Now));
    }

    [Fact]
    public void A_second_person_waives_with_a_reason()
    {
        var reclaim = Recorded();
        Refusal.Expect(ProofRules.WaiverBySecondPerson, () => reclaim.Waive("Härtefall", Someone.Drafter, Someone.Now));
        Refusal.Expect(ProofRules.ReclaimHasReason, () => reclaim.Waive(null, Someone.Releaser, Someone.Now));

        reclaim.Waive("Härtefall", Someone.Releaser, Someone.Now);

        Assert.Equal(Money.FromCents(10_000), reclaim.Waived);
        Assert.NotNull(reclaim.SettledAt);
    }

    [Fact]
    public void It_is_overdue_the_day_after_it_was_due()
    {
        Assert.False(Recorded().IsOverdue(Claim.DueOn));
        Assert.True(Recorded().IsOverdue(Claim.DueOn.AddDays(1)));
    }

    private static Reclaim Recorded() => Reclaim.Record(Someone.Id(80), Claim, Someone.Drafter, Someone.Now, Someone.Today);
}
