using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.Fund.Tests.Proofs;

public sealed class ProofOfUseTests
{
    private static readonly ProofBasis Basis = new(
        new DateOnly(2026, 10, 1),
        [new PlannedCost(0, "Pflanzen", Money.FromCents(20_000)), new PlannedCost(1, "Werkzeug", Money.FromCents(10_000))],
        Someone.Today);

    private static readonly ProofReport Report = new("Wir haben gepflanzt.", "Der Platz blüht.", "", "", 40, new DateOnly(2026, 10, 5), new DateOnly(2026, 11, 10));
    private static readonly Receipt First = new(
        Someone.Id(1), 1, new DateOnly(2026, 10, 6), new DateOnly(2026, 10, 6), "Gärtnerei", "Stauden", Money.FromCents(12_345), 0, false, null, Someone.Id(50));

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var violation = Assert.Throws<RuleViolation>(() => Begin().Submit(confirmed: false, Basis, Someone.Applicant, Someone.Now));

        Assert.Equal(["Confirmed", "Report.Course", "Report.Results", "Receipts"], violation.Problems.Select(p => p.Field));
        Assert.Equal(
            [ProofRules.ConfirmationIsGiven, ProofRules.ReportIsGiven, ProofRules.ReportIsGiven, ProofRules.HasReceipts],
            violation.Problems.Select(p => p.Rule));
    }

    [Fact]
    public void A_receipt_without_a_scan_holds_the_proof_back()
    {
        var proof = Begin();
        proof.SaveReport(Report, Someone.Applicant, Someone.Today);
        proof.SaveReceipt(First with { AttachmentId = null }, Basis, Someone.Applicant);

        Refusal.Expect(ProofRules.ReceiptHasScan, () => proof.Submit(confirmed: true, Basis, Someone.Applicant, Someone.Now));
    }

    [Fact]
    public void A_project_that_runs_is_not_proven_yet()
    {
        var proof = Begin();
        proof.SaveReport(Report with { To = Someone.Today.AddDays(1) }, Someone.Applicant, Someone.Today);

        Refusal.Expect(ProofRules.ProjectIsOver, () => proof.Submit(confirmed: true, Basis, Someone.Applicant, Someone.Now));
    }

    [Fact]
    public void Every_mistake_in_a_receipt_is_told_with_its_field()
    {
        var bad = First with { Number = 0, Payee = " ", Reason = "", Amount = Money.Zero, CostItemIndex = 2, IsOwnReceipt = true, Date = Someone.Today.AddDays(1), PaidOn = Someone.Today.AddDays(1) };

        var violation = Assert.Throws<RuleViolation>(() => Begin().SaveReceipt(bad, Basis, Someone.Applicant));

        Assert.Equal(["Payee", "Reason", "Amount", "Number", "CostItemIndex", "PayeeAddress", "Date", "PaidOn"], violation.Problems.Select(p => p.Field));
        Assert.Equal(
            [
                ProofRules.PayeeIsNamed, ProofRules.PurposeIsNamed, ProofRules.AmountIsPositive, ProofRules.NumberIsUnique,
                ProofRules.BelongsToPlan, ProofRules.OwnReceiptHasAddress, ProofRules.PaidByToday, ProofRules.PaidByToday,
            ],
            violation.Problems.Select(p => p.Rule));
    }

    [Fact]
    public void Each_receipt_has_its_own_number_and_can_be_replaced()
    {
        var proof = Begin();
        proof.SaveReceipt(First, Basis, Someone.Applicant);
        Refusal.Expect(ProofRules.NumberIsUnique, () => proof.SaveReceipt(First with { Id = Someone.Id(2) }, Basis, Someone.Applicant));

        proof.SaveReceipt(First with { Amount = Money.FromCents(1) }, Basis, Someone.Applicant);

        Assert.Equal(Money.FromCents(1), proof.Spent);
    }

    [Fact]
    public void A_report_keeps_order_and_numbers()
    {
        Refusal.Expect(ProofRules.PeriodIsOrdered, () => Begin().SaveReport(Report with { From = Report.To.AddDays(1) }, Someone.Applicant, Someone.Today));
        Refusal.Expect(ProofRules.ParticipantsAreCounted, () => Begin().SaveReport(Report with { Participants = -1 }, Someone.Applicant, Someone.Today));
        Refusal.Expect(ProofRules.TextIsShortEnough, () => Begin().SaveReport(Report with { Course = new string('x', 4_001) }, Someone.Applicant, Someone.Today));
    }

    [Fact]
    public void A_slip_in_a_year_is_said_at_the_day_it_is_in()
    {
        var far = Assert.Throws<RuleViolation>(() => Begin().SaveReport(Report with { From = new(9999, 1, 1) }, Someone.Applicant, Someone.Today));
        var old = Assert.Throws<RuleViolation>(() => Begin().SaveReport(Report with { To = new(26, 1, 1) }, Someone.Applicant, Someone.Today));
        var receipt = Assert.Throws<RuleViolation>(() => Begin().SaveReceipt(First with { Date = new(26, 1, 1) }, Basis, Someone.Applicant));

        Assert.Equal(
            [(ApplicationRules.YearIsPlausible, "From"), (ApplicationRules.YearIsPlausible, "To"), (ApplicationRules.YearIsPlausible, "Date")],
            new[] { far, old, receipt }.Select(r => (Assert.Single(r.Problems).Rule, r.Problems[0].Field!)));
    }

    [Fact]
    public void Money_beside_the_grant_is_not_negative()
    {
        Refusal.Expect(ProofRules.FinancingIsNotNegative, () => Begin().SaveFinancing(new ProofFinancing(Money.FromCents(-1), Money.Zero, Money.Zero), Someone.Applicant));
    }

    [Fact]
    public void Strangers_and_other_quarters_do_not_write()
    {
        Refusal.Expect(ProofRules.ApplicantOrManagementWrites, () => Begin().SaveReport(Report, Someone.OtherManagement, Someone.Today));
    }

    [Fact]
    public void A_filed_proof_changes_only_after_an_objection()
    {
        var proof = Submitted();
        Refusal.Expect(ProofRules.IsDraftOrObjected, () => proof.SaveReport(Report, Someone.Applicant, Someone.Today));
        proof.Object(Someone.Id(60), "Bitte erklären Sie Beleg 1.", Someone.Today.AddDays(14), Someone.Management, Someone.Now, Someone.Today);

        proof.SaveReceipt(First with { Reason = "Stauden und Erde" }, Basis, Someone.Applicant);
        proof.Answer("Es waren auch Säcke mit Erde dabei.", Basis, Someone.Applicant, Someone.Now);

        Assert.Equal(ProofState.Submitted, proof.State);
        Assert.Null(proof.OpenObjection);
        Refusal.Expect(ProofRules.IsDraftOrObjected, () => proof.RemoveReceipt(First.Id, Someone.Applicant));
    }

    [Fact]
    public void An_objection_says_what_is_missing_and_leaves_time()
    {
        Refusal.Expect(ProofRules.ObjectionHasText, () => Submitted().Object(Someone.Id(60), "", Someone.Today.AddDays(1), Someone.Management, Someone.Now, Someone.Today));
        Refusal.Expect(ProofRules.ObjectionLeavesTime, () => Submitted().Object(Someone.Id(60), "Text", Someone.Today, Someone.Management, Someone.Now, Someone.Today));
        Refusal.Expect(ProofRules.ObjectionIsOpen, () => Submitted().Answer("Text", Basis, Someone.Applicant, Someone.Now));
    }

    [Fact]
    public void Nobody_checks_what_he_wrote()
    {
        var proof = Begin();
        proof.SaveReport(Report, Someone.Management, Someone.Today);
        proof.SaveReceipt(First, Basis, Someone.Applicant);
        proof.Submit(confirmed: true, Basis, Someone.Applicant, Someone.Now);

        Refusal.Expect(ProofRules.NotTheOwnProof, () => proof.Accept([new Recognition(First.Id, First.Amount, "")], Someone.Management, Someone.Now));
        proof.Accept([new Recognition(First.Id, First.Amount, "")], Someone.Drafter, Someone.Now);

        Assert.Equal(ProofState.Accepted, proof.State);
    }

    [Fact]
    public void Each_receipt_is_decided_within_its_amount_and_a_cut_is_explained()
    {
        Refusal.Expect(ProofRules.EveryReceiptIsDecided, () => Submitted().Accept([], Someone.Management, Someone.Now));
        Refusal.Expect(ProofRules.NotMoreThanReceipt, () => Submitted().Accept([new Recognition(First.Id, First.Amount + Money.FromCents(1), "")], Someone.Management, Someone.Now));
        Refusal.Expect(ProofRules.CutHasNote, () => Submitted().Accept([new Recognition(First.Id, Money.Zero, "")], Someone.Management, Someone.Now));
    }

    [Fact]
    public void A_proof_is_accepted_once()
    {
        var proof = Submitted();
        proof.Accept([new Recognition(First.Id, Money.FromCents(10_000), "Pfand abgezogen")], Someone.Management, Someone.Now);

        Refusal.Expect(ProofRules.IsSubmitted, () => proof.Accept([new Recognition(First.Id, Money.FromCents(10_000), "Pfand")], Someone.Management, Someone.Now));
        Assert.Equal(Money.FromCents(10_000), proof.Settle(Money.FromCents(30_000), Money.Zero).PayableNow);
    }

    [Fact]
    public void What_is_odd_is_found()
    {
        Receipt[] receipts =
        [
            First,
            First with { Id = Someone.Id(2), Number = 2, Payee = "GÄRTNEREI" },
            First with { Id = Someone.Id(3), Number = 3, Date = new DateOnly(2026, 9, 30), Amount = Money.FromCents(1), IsOwnReceipt = true, AttachmentId = null },
            First with { Id = Someone.Id(4), Number = 4, Date = new DateOnly(2026, 11, 11), Amount = Money.FromCents(2) },
        ];

        var findings = ProofChecks.Check(Report, receipts, Basis);

        Assert.Equal(
            [
                FindingKind.BeforeNotice, FindingKind.PossibleDuplicate, FindingKind.AfterProject, FindingKind.OwnReceipt, FindingKind.WithoutScan,
                FindingKind.PositionExceeded, FindingKind.PositionUnused,
            ],
            findings.Select(f => f.Kind));
        Assert.All(findings, f => Assert.Contains(f.Amount.ToString(), f.Explain(CultureInfo.GetCultureInfo("de-DE")), StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_has_an_end()
    {
        var proof = Begin();
        foreach (var number in Enumerable.Range(1, 200))
        {
            proof.SaveReceipt(First with { Id = Someone.Id(100 + number), Number = number }, Basis, Someone.Applicant);
        }

        Refusal.Expect(ProofRules.NotTooManyReceipts, () => proof.SaveReceipt(First with { Id = Someone.Id(999), Number = 201 }, Basis, Someone.Applicant));
        proof.SaveReceipt(First with { Id = Someone.Id(101), Number = 1, Reason = "Rosen" }, Basis, Someone.Applicant);
    }

    [Fact]
    public void An_amount_nobody_spends_on_a_street_party_is_a_slip()
    {
        var huge = Money.FromCents(long.MaxValue);

        Refusal.Expect(ProofRules.AmountIsPlausible, () => Begin().SaveReceipt(First with { Amount = huge }, Basis, Someone.Applicant));
        Refusal.Expect(ProofRules.AmountIsPlausible, () => Begin().SaveFinancing(new ProofFinancing(huge, Money.Zero, Money.Zero), Someone.Applicant));
    }

    [Fact]
    public void A_paid_project_that_did_not_take_place_proves_nothing_and_says_why()
    {
        var proof = Begin();
        proof.SaveReceipt(First, Basis, Someone.Applicant);
        var refusal = Refusal.Expect(ProofRules.CancellingHasReason, () => proof.FileNotCarriedOut(confirmed: false, " ", Someone.Applicant, Someone.Now, Someone.Today));
        Assert.Equal(["Confirmed", "Reason"], refusal.Problems.Select(p => p.Field));

        proof.FileNotCarriedOut(confirmed: true, "Der Platz wird umgebaut.", Someone.Applicant, Someone.Now, Someone.Today);

        Assert.Equal((ProofState.Submitted, true, Money.Zero), (proof.State, proof.NotCarriedOut, proof.Spent));
        Assert.Empty(proof.ProblemsToSubmit(Basis));
    }

    [Fact]
    public void An_answer_is_not_due_in_a_far_future()
    {
        var proof = Begin();
        proof.FileNotCarriedOut(confirmed: true, "Der Platz wird umgebaut.", Someone.Applicant, Someone.Now, Someone.Today);

        Refusal.Expect(ProofRules.DueWithinAYear, () => proof.Object(Someone.Id(9), "Seit wann?", DateOnly.MaxValue, Someone.Management, Someone.Now, Someone.Today));
    }

    private static ProofOfUse Begin() => ProofOfUse.Begin(Someone.Id(70), Someone.Id(100), Someone.ApplicantId, Someone.Quarter, Someone.Now);

    private static ProofOfUse Submitted()
    {
        var proof = Begin();
        proof.SaveReport(Report, Someone.Applicant, Someone.Today);
        proof.SaveReceipt(First, Basis, Someone.Applicant);
        proof.Submit(confirmed: true, Basis, Someone.Applicant, Someone.Now);
        return proof;
    }

    [Fact]
    public void Only_management_and_office_check_and_answers_have_a_text()
    {
        var proof = Submitted();
        Refusal.Expect(ProofRules.ManagementChecks, () => proof.Accept([new Recognition(First.Id, First.Amount, "")], Someone.Finance(1), Someone.Now));
        proof.Object(Someone.Id(60), "Bitte erklären Sie Beleg 1.", Someone.Today.AddDays(14), Someone.Management, Someone.Now, Someone.Today);

        Refusal.Expect(ProofRules.AnswerHasText, () => proof.Answer(" ", Basis, Someone.Applicant, Someone.Now));
        Refusal.Expect(ProofRules.ReceiptIsListed, () => proof.RemoveReceipt(Someone.Id(404), Someone.Applicant));
    }
}
