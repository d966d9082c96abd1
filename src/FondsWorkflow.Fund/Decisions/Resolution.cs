using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.Fund.Decisions;

/// <summary>The circle's decision on one application (Beschluss). It never changes: a new decision is a new resolution.</summary>
public sealed class Resolution
{
    private List<Condition> _conditions = [];

    private Resolution()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>The ballot it rests on.</summary>
    public Guid BallotId { get; private set; }

    /// <summary>The meeting; null after a circular resolution.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>The circle that decided.</summary>
    public string CircleKey { get; private set; } = "";

    /// <summary>What was decided.</summary>
    public ResolutionOutcome Outcome { get; private set; }

    /// <summary>What was asked for.</summary>
    public Money Requested { get; private set; }

    /// <summary>The grant; null without an approval.</summary>
    public Money? Amount { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The count at that time.</summary>
    public BallotResult Tally { get; private set; } = null!;

    /// <summary>User id of who recorded it.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Conditions of the grant.</summary>
    public IReadOnlyList<Condition> Conditions => _conditions;

    /// <summary>True when money was granted.</summary>
    public bool IsApproval => Approves(Outcome);

    /// <summary>True when the applicant must agree before the notice: less money than asked for.</summary>
    public bool NeedsAcceptance => IsApproval && Amount < Requested;

    /// <summary>Conditions to fulfil before the notice is written.</summary>
    public IReadOnlyList<Condition> ConditionsBeforeNotice => [.. _conditions.Where(c => c.BeforeNotice)];

    /// <summary>Records what the circle has resolved.</summary>
    /// <param name="id">Id of the resolution.</param>
    /// <param name="ballot">The closed ballot it rests on.</param>
    /// <param name="requested">What the application asks for.</param>
    /// <param name="applicantId">Id of the applicant, who records nothing about the own case.</param>
    /// <param name="draft">The decision.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">D1 to D15 and V15, all at once.</exception>
    public static Resolution Record(Guid id, Ballot ballot, Money requested, string applicantId, ResolutionDraft draft, Actor by, DateTimeOffset now)
    {
        var clean = Clean(draft);
        var refusals = new Refusals()
            .Unless(Leadership.Has(by, ballot.QuarterKey, ballot.ChairId), ResolutionRules.ManagementRecords)
            .Unless(!ballot.IsRecused(by.Id), BallotRules.TheRecusedDoNotLead)
            .Unless(!by.Is(applicantId), ResolutionRules.NotTheOwnCase);
        CheckBallot(refusals, clean.Outcome, ballot);
        CheckAmount(refusals, clean, requested);
        CheckTexts(refusals, clean);
        refusals.Throw();

        return new Resolution
        {
            Id = id,
            ApplicationId = ballot.ApplicationId,
            BallotId = ballot.Id,
            MeetingId = ballot.MeetingId,
            CircleKey = ballot.CircleKey,
            Outcome = clean.Outcome,
            Requested = requested,
            Amount = clean.Amount,
            Reason = clean.Reason,
            Tally = ballot.Result!,
            DecidedBy = by.Id,
            DecidedAt = now,
            _conditions = [.. clean.Conditions],
        };
    }

    private static ResolutionDraft Clean(ResolutionDraft draft) => draft with
    {
        Reason = PlainText.Of(draft.Reason),
        Conditions = [.. draft.Conditions.Select(c => c with { Text = PlainText.Of(c.Text) })],
    };

    private static bool Approves(ResolutionOutcome outcome) => outcome is not (ResolutionOutcome.Deferred or ResolutionOutcome.Rejected);

    /// <summary>The outcomes that a ballot's result allows: a carried motion is approved in one of three ways, a rejected one is rejected or deferred, without a quorum it is deferred.</summary>
    public static IReadOnlyList<ResolutionOutcome> OutcomesAfter(BallotOutcome result) => result switch
    {
        BallotOutcome.Carried => [ResolutionOutcome.Approved, ResolutionOutcome.ApprovedWithLess, ResolutionOutcome.ApprovedWithConditions],
        BallotOutcome.Rejected => [ResolutionOutcome.Rejected, ResolutionOutcome.Deferred],
        _ => [ResolutionOutcome.Deferred],
    };

    private static void CheckBallot(Refusals refusals, ResolutionOutcome outcome, Ballot ballot) => refusals
        .Unless(ballot.Result is not null, ResolutionRules.BallotIsClosed)
        .At("Outcome", !Approves(outcome) || ballot.Result is null or { Outcome: BallotOutcome.Carried }, ResolutionRules.ApprovalNeedsCarriedBallot)
        .At("Outcome", outcome != ResolutionOutcome.Rejected || ballot.Result is null or { Outcome: BallotOutcome.Rejected }, ResolutionRules.RejectionNeedsRejectedBallot)
        .At("Outcome", outcome != ResolutionOutcome.Deferred || ballot.Result is null or not { Outcome: BallotOutcome.Carried }, ResolutionRules.CarriedIsNotDeferred);

    private static void CheckAmount(Refusals refusals, ResolutionDraft draft, Money requested)
    {
        if (!Approves(draft.Outcome))
        {
            refusals.At("Amount", draft.Amount is null, ResolutionRules.NoAmountWithoutApproval);
            return;
        }

        var amount = draft.Amount ?? Money.Zero;
        refusals
            .At("Amount", amount.IsPositive, ResolutionRules.AmountIsPositive)
            .At("Amount", amount <= requested, ResolutionRules.NotMoreThanRequested, requested)
            .At("Outcome", draft.Outcome != ResolutionOutcome.Approved || amount >= requested, ResolutionRules.LessIsSaid, requested)
            .At("Amount", draft.Outcome != ResolutionOutcome.ApprovedWithLess || amount < requested, ResolutionRules.LessIsLess, requested)
            .At("Reason", amount >= requested || draft.Reason.Length > 0, ResolutionRules.ReasonIsGiven);
    }

    private static void CheckTexts(Refusals refusals, ResolutionDraft draft)
    {
        refusals
            .At("Reason", Approves(draft.Outcome) || draft.Reason.Length > 0, ResolutionRules.ReasonIsGiven)
            .At("Reason", draft.Reason.Length <= 2_000, ResolutionRules.TextIsShortEnough, 2_000)
            .At("Conditions", HasConditionsAsItShould(draft), ResolutionRules.ConditionsAreNamed);

        foreach (var (index, condition) in draft.Conditions.Index())
        {
            refusals.Text($"Conditions[{index}].Text", condition.Text, 1_000, ResolutionRules.ConditionHasText, ResolutionRules.TextIsShortEnough);
        }
    }

    private static bool HasConditionsAsItShould(ResolutionDraft draft) => draft.Outcome switch
    {
        ResolutionOutcome.ApprovedWithConditions => draft.Conditions.Count > 0,
        ResolutionOutcome.ApprovedWithLess => true,
        _ => draft.Conditions.Count == 0,
    };
}
