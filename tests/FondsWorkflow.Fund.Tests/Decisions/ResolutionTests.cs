using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using FondsWorkflow.Fund.Tests.Steering;

namespace FondsWorkflow.Fund.Tests.Decisions;

public sealed class ResolutionTests
{
    private static readonly Money Requested = Money.FromCents(150_000);
    private static readonly Condition Condition = new("Die Erlaubnis zur Sondernutzung liegt vor.", BeforeNotice: true);

    [Fact]
    public void An_approval_carries_the_tally_it_rests_on()
    {
        var resolution = Record(ResolutionOutcome.Approved, Requested);

        Assert.Equal((3, 1), (resolution.Tally.Yes, resolution.Tally.No));
        Assert.False(resolution.NeedsAcceptance);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 0)]
    public void An_approval_needs_a_carried_ballot(int yes, int no)
    {
        Refusal.Expect(ResolutionRules.ApprovalNeedsCarriedBallot, () => Record(ResolutionOutcome.Approved, Requested, ballot: Given.ClosedBallot(yes, no)));
    }

    [Fact]
    public void A_resolution_waits_for_the_end_of_its_ballot()
    {
        Refusal.Expect(ResolutionRules.BallotIsClosed, () => Record(ResolutionOutcome.Approved, Requested, ballot: Given.OpenBallot("m1", "m2", "m3")));
    }

    [Fact]
    public void A_grant_is_at_most_what_was_asked_for()
    {
        Refusal.Expect(ResolutionRules.NotMoreThanRequested, () => Record(ResolutionOutcome.Approved, Requested + Money.FromCents(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_grant_is_above_zero(long cents)
    {
        Refusal.Expect(ResolutionRules.AmountIsPositive, () => Record(ResolutionOutcome.ApprovedWithLess, Money.FromCents(cents), "Weniger."));
    }

    [Fact]
    public void Less_is_said_and_explained()
    {
        var less = Requested - Money.FromCents(1);

        Refusal.Expect(ResolutionRules.LessIsSaid, () => Record(ResolutionOutcome.Approved, less, "Weniger."));
        Refusal.Expect(ResolutionRules.LessIsLess, () => Record(ResolutionOutcome.ApprovedWithLess, Requested, "Weniger."));
        Refusal.Expect(ResolutionRules.ReasonIsGiven, () => Record(ResolutionOutcome.ApprovedWithLess, less));
        Assert.True(Record(ResolutionOutcome.ApprovedWithLess, less, "Catering wird nicht gefördert.").NeedsAcceptance);
    }

    [Fact]
    public void Conditions_belong_to_an_approval_with_conditions()
    {
        Refusal.Expect(ResolutionRules.ConditionsAreNamed, () => Record(ResolutionOutcome.ApprovedWithConditions, Requested));
        Refusal.Expect(ResolutionRules.ConditionsAreNamed, () => Record(ResolutionOutcome.Approved, Requested, "", [Condition]));
        Refusal.Expect(ResolutionRules.ConditionHasText, () => Record(ResolutionOutcome.ApprovedWithConditions, Requested, "", [new Condition(" ", true)]));
        Assert.Equal([Condition], Record(ResolutionOutcome.ApprovedWithConditions, Requested, "", [Condition]).ConditionsBeforeNotice);
    }

    [Fact]
    public void A_rejection_needs_a_reason_and_a_ballot_that_rejected()
    {
        Refusal.Expect(ResolutionRules.ReasonIsGiven, () => Record(ResolutionOutcome.Rejected, null, ballot: Given.ClosedBallot(1, 3)));
        Refusal.Expect(ResolutionRules.RejectionNeedsRejectedBallot, () => Record(ResolutionOutcome.Rejected, null, "Kein Bezug zum Quartier."));
        Refusal.Expect(ResolutionRules.NoAmountWithoutApproval, () => Record(ResolutionOutcome.Rejected, Requested, "Nein.", ballot: Given.ClosedBallot(2, 2)));
        Assert.False(Record(ResolutionOutcome.Rejected, null, "Kein Bezug zum Quartier.", ballot: Given.ClosedBallot(2, 2)).IsApproval);
    }

    [Fact]
    public void Without_a_quorum_only_a_deferral_is_possible()
    {
        var noQuorum = Given.ClosedBallot(1, 1);

        Refusal.Expect(ResolutionRules.RejectionNeedsRejectedBallot, () => Record(ResolutionOutcome.Rejected, null, "Nein.", ballot: noQuorum));
        Assert.Equal(ResolutionOutcome.Deferred, Record(ResolutionOutcome.Deferred, null, "Nicht beschlussfähig.", ballot: noQuorum).Outcome);
    }

    [Fact]
    public void What_the_members_approved_is_not_deferred()
    {
        Refusal.Expect(ResolutionRules.CarriedIsNotDeferred, () => Record(ResolutionOutcome.Deferred, null, "Später.", ballot: Given.ClosedBallot(3, 1)));
        Assert.Equal(ResolutionOutcome.Deferred, Record(ResolutionOutcome.Deferred, null, "Es fehlen Angaben.", ballot: Given.ClosedBallot(1, 3)).Outcome);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(1, 1)]
    public void Exactly_the_offered_outcomes_can_be_recorded(int yes, int no)
    {
        var ballot = Given.ClosedBallot(yes, no);
        var offered = Resolution.OutcomesAfter(ballot.Result!.Outcome);

        foreach (var outcome in Enum.GetValues<ResolutionOutcome>())
        {
            var (amount, conditions) = outcome switch
            {
                ResolutionOutcome.Approved => (Requested, []),
                ResolutionOutcome.ApprovedWithLess => (Money.FromCents(100), []),
                ResolutionOutcome.ApprovedWithConditions => (Requested, [Condition]),
                _ => ((Money?)null, Array.Empty<Condition>()),
            };
            var refusal = Xunit.Record.Exception(() => Record(outcome, amount, "Grund.", conditions, ballot));
            Assert.Equal((outcome, offered.Contains(outcome)), (outcome, refusal is null));
        }
    }

    [Fact]
    public void Only_the_management_or_the_chair_records_and_never_the_own_case()
    {
        var draft = new ResolutionDraft(ResolutionOutcome.Approved, Requested, [], "");

        Refusal.Expect(ResolutionRules.ManagementRecords, () =>
            Resolution.Record(Someone.Id(4), Given.ClosedBallot(3, 1), Requested, Someone.ApplicantId, draft, Someone.Member("m2"), Someone.Now));
        Refusal.Expect(ResolutionRules.NotTheOwnCase, () =>
            Resolution.Record(Someone.Id(4), Given.ClosedBallot(3, 1), Requested, Someone.Chair.Id, draft, Someone.Chair, Someone.Now));
    }

    [Fact]
    public void A_reason_is_short()
    {
        Refusal.Expect(ResolutionRules.TextIsShortEnough, () => Record(ResolutionOutcome.Approved, Requested, new string('x', 2_001)));
    }

    internal static Resolution Record(
        ResolutionOutcome outcome, Money? amount, string reason = "", IReadOnlyList<Condition>? conditions = null, Ballot? ballot = null) =>
        Resolution.Record(
            Someone.Id(4),
            ballot ?? Given.ClosedBallot(3, 1),
            Requested,
            Someone.ApplicantId,
            new ResolutionDraft(outcome, amount, conditions ?? [], reason),
            Someone.Management,
            Someone.Now);
}
