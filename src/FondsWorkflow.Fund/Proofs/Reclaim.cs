using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>Money that the group has to pay back (Rückforderung, § 49a VwVfG NRW), until it is paid or waived.</summary>
public sealed class Reclaim
{
    private List<ReclaimPayment> _payments = [];

    private Reclaim()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the applicant.</summary>
    public string ApplicantId { get; private set; } = "";

    /// <summary>How much.</summary>
    public Money Amount { get; private set; }

    /// <summary>Why, at most 2,000 characters.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Day the group was heard (Anhörung, § 28 VwVfG NRW).</summary>
    public DateOnly HeardOn { get; private set; }

    /// <summary>Last day to pay.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>User id of who recorded it.</summary>
    public string RecordedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>What was waived.</summary>
    public Money Waived { get; private set; }

    /// <summary>Why it was waived.</summary>
    public string? WaivedReason { get; private set; }

    /// <summary>User id of who waived it.</summary>
    public string? WaivedBy { get; private set; }

    /// <summary>When nothing was owed any more, UTC.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>What was paid on it.</summary>
    public IReadOnlyList<ReclaimPayment> Payments => _payments;

    /// <summary>What is still owed.</summary>
    public Money Outstanding => Amount - Waived - Money.Sum(_payments.Select(p => p.Amount));

    /// <summary>True when its day is over and money is still owed.</summary>
    public bool IsOverdue(DateOnly localToday) => SettledAt is null && DueOn < localToday;

    /// <summary>Records a reclaim.</summary>
    /// <exception cref="RuleViolation">U4, U30 to U34, U37, U42, A48.</exception>
    public static Reclaim Record(Guid id, ReclaimClaim claim, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        var reason = PlainText.Of(claim.Reason);
        new Refusals()
            .Unless(by.Role == ActorRole.Office, ProofRules.OfficeReclaims)
            .Unless(!by.Is(claim.ApplicantId), ProofRules.NotTheOwnReclaim)
            .At("Amount", claim.Amount.IsPositive, ProofRules.ReclaimIsPositive)
            .At("HeardOn", claim.HeardOn <= localToday, ProofRules.HeardFirst)
            .With(FieldChecks.PastYear("HeardOn", claim.HeardOn, localToday))
            .At("DueOn", claim.DueOn > localToday, ProofRules.ReclaimLeavesTime)
            .At("DueOn", claim.DueOn <= localToday.AddYears(1), ProofRules.DueWithinAYear)
            .Text("Reason", reason, 2_000, ProofRules.ReclaimHasReason, ProofRules.TextIsShortEnough)
            .Throw();

        return new Reclaim
        {
            Id = id,
            ApplicationId = claim.ApplicationId,
            ApplicantId = claim.ApplicantId,
            Amount = claim.Amount,
            Reason = reason,
            HeardOn = claim.HeardOn,
            DueOn = claim.DueOn,
            RecordedBy = by.Id,
            RecordedAt = now,
        };
    }

    /// <summary>Records a payment on it; the last one settles it.</summary>
    /// <exception cref="RuleViolation">U31, U35 to U37.</exception>
    public void RecordPayment(Money amount, DateOnly on, Actor by, DateTimeOffset now)
    {
        Open(by, by.Role is ActorRole.Office or ActorRole.Finance)
            .At("Amount", amount.IsPositive && amount <= Outstanding, ProofRules.PaymentWithinReclaim, Outstanding)
            .Throw();

        _payments.Add(new ReclaimPayment(amount, on, by.Id, now));
        SettleWhenPaid(now);
    }

    /// <summary>Waives what is still owed (§ 49a Abs. 3 VwVfG NRW, § 27 KomHVO NRW); a second person of the office does.</summary>
    /// <exception cref="RuleViolation">U4, U31, U34, U36 to U38.</exception>
    public void Waive(string? reason, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(reason);
        Open(by, by.Role == ActorRole.Office)
            .Unless(!by.Is(RecordedBy), ProofRules.WaiverBySecondPerson)
            .Text("Reason", text, 2_000, ProofRules.ReclaimHasReason, ProofRules.TextIsShortEnough)
            .Throw();

        Waived = Outstanding;
        WaivedReason = text;
        WaivedBy = by.Id;
        SettleWhenPaid(now);
    }

    private Refusals Open(Actor by, bool roleFits) => new Refusals()
        .Unless(roleFits, ProofRules.OfficeReclaims)
        .Unless(!by.Is(ApplicantId), ProofRules.NotTheOwnReclaim)
        .Unless(SettledAt is null, ProofRules.ReclaimIsOpen);

    private void SettleWhenPaid(DateTimeOffset now) => SettledAt = Outstanding.IsZero ? now : null;
}

/// <summary>What is reclaimed from whom.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="ApplicantId">Id of the applicant.</param>
/// <param name="Amount">How much, above zero.</param>
/// <param name="Reason">Why, at most 2,000 characters.</param>
/// <param name="HeardOn">Day the group was heard (§ 28 VwVfG NRW).</param>
/// <param name="DueOn">Last day to pay.</param>
public sealed record ReclaimClaim(Guid ApplicationId, string ApplicantId, Money Amount, string Reason, DateOnly HeardOn, DateOnly DueOn);

/// <summary>A payment on a reclaim.</summary>
/// <param name="Amount">How much.</param>
/// <param name="On">Day of the statement.</param>
/// <param name="By">User id of who recorded it.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReclaimPayment(Money Amount, DateOnly On, string By, DateTimeOffset At);
