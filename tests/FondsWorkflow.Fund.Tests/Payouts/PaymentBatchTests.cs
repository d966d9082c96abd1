using FondsWorkflow.Banking;
using CsCheck;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.Fund.Tests.Payouts;

public sealed class PaymentBatchTests
{
    [Fact]
    public void Count_and_total_are_those_of_the_lines_to_the_cent()
    {
        Gen.Long[1, 12_500].Array[1, 8].Sample(amounts =>
        {
            Payout[] payouts = [.. amounts.Select((cents, index) => PaidOut.Ordered(index + 1, cents))];

            var batch = PaidOut.Prepared(payouts);

            return batch.Count == amounts.Length && batch.Total.Cents == amounts.Sum() && batch.Lines.Select(l => l.EndToEndId).Distinct().Count() == amounts.Length;
        });
    }

    [Fact]
    public void A_payout_is_in_one_batch_at_a_time()
    {
        var payout = PaidOut.Ordered();
        PaidOut.Prepared(payout);

        Refusal.Expect(PayoutRules.OrderedBeforeBatch, () => PaidOut.Prepared(payout));
    }

    [Fact]
    public void Only_ordered_payouts_go_into_a_batch_and_a_refusal_changes_nothing()
    {
        var ordered = PaidOut.Ordered(1);

        Refusal.Expect(PayoutRules.OrderedBeforeBatch, () => PaidOut.Prepared(ordered, PaidOut.Certified(2)));

        Assert.Equal(PayoutState.Ordered, ordered.State);
    }

    [Fact]
    public void No_batch_is_empty_or_holds_a_payout_twice()
    {
        var payout = PaidOut.Ordered();

        Refusal.Expect(BatchRules.HasPayouts, () => PaidOut.Prepared());
        Refusal.Expect(BatchRules.HasPayouts, () => PaidOut.Prepared(payout, payout));
    }

    [Fact]
    public void Nobody_prepares_or_releases_what_he_certified_or_ordered()
    {
        Refusal.Expect(PayoutRules.NobodyActsTwice, () => PaymentBatch.Prepare(
            Someone.Id(6), "ZL-1", "VF-1", [PaidOut.Ordered()], Someone.Today, Someone.Finance(1), Someone.Now, Someone.Today));
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Prepared(payout);
        batch.StoreFiles(PaidOut.Sha, PaidOut.Sha);

        Refusal.Expect(PayoutRules.NobodyActsTwice, () => batch.Release([payout], Someone.Finance(2), Someone.Now));
        Refusal.Expect(BatchRules.SecondPersonReleases, () => batch.Release([payout], Someone.Finance(3), Someone.Now));
        Refusal.Expect(PayoutRules.NobodyPaysHimself, () => batch.Release([payout], Someone.Finance(9), Someone.Now));
    }

    [Fact]
    public void Only_finance_works_on_batches()
    {
        Refusal.Expect(BatchRules.FinanceWorks, () => PaymentBatch.Prepare(
            Someone.Id(6), "ZL-1", "VF-1", [PaidOut.Ordered()], Someone.Today, Someone.Releaser, Someone.Now, Someone.Today));
        Refusal.Expect(BatchRules.FinanceWorks, () => PaidOut.Released(PaidOut.Ordered()).Download(Someone.Auditor, Someone.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/VF")]
    [InlineData("VF/")]
    [InlineData("VF//1")]
    [InlineData("VF_1")]
    [InlineData("VF-1\n")]
    [InlineData("VF-2026-0000000000000000000000000001")]
    public void A_message_id_fits_the_banks(string messageId)
    {
        Refusal.Expect(BatchRules.IdsFitSepa, () => PaymentBatch.Prepare(
            Someone.Id(6), "ZL-1", messageId, [PaidOut.Ordered()], Someone.Today, Someone.Finance(3), Someone.Now, Someone.Today));
    }

    [Fact]
    public void No_batch_is_executed_yesterday()
    {
        Refusal.Expect(BatchRules.ExecutesAhead, () => PaymentBatch.Prepare(
            Someone.Id(6), "ZL-1", "VF-1", [PaidOut.Ordered()], Someone.Today.AddDays(-1), Someone.Finance(3), Someone.Now, Someone.Today));
    }

    [Fact]
    public void No_batch_is_executed_in_a_year_that_somebody_mistyped()
    {
        Refusal.Expect(BatchRules.ExecutesWithinAYear, () => PaymentBatch.Prepare(
            Someone.Id(6), "ZL-1", "VF-1", [PaidOut.Ordered()], Someone.Today.AddYears(1).AddDays(1), Someone.Finance(3), Someone.Now, Someone.Today));
    }

    [Fact]
    public void Files_are_stored_once_and_before_the_release()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Prepared(payout);
        Refusal.Expect(BatchRules.FilesAreStored, () => batch.Release([payout], Someone.Finance(4), Someone.Now));
        Refusal.Expect(BatchRules.FilesAreStoredOnce, () => batch.StoreFiles("no hash", PaidOut.Sha));
        batch.StoreFiles(PaidOut.Sha, PaidOut.Sha);

        Refusal.Expect(BatchRules.FilesAreStoredOnce, () => batch.StoreFiles(PaidOut.Sha, PaidOut.Sha));
    }

    [Fact]
    public void The_batch_keeps_what_in_its_files_is_not_as_somebody_wrote_it()
    {
        var batch = PaidOut.Prepared(PaidOut.Ordered());
        var remark = new BatchRemark("VF-2026-000017-1", PaymentField.PayeeName, null, "Bürger", "Buerger");

        batch.StoreFiles(PaidOut.Sha, PaidOut.Sha, remark);

        Assert.Equal([remark], batch.Remarks);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_file_of_one_payment_must_be_verified_where_the_bank_pays(bool bankPays, bool verified)
    {
        var batch = PaidOut.Prepared(PaidOut.Ordered());
        batch.StoreFiles(bankPays ? PaidOut.Sha : null, PaidOut.Sha);

        Assert.True(batch.HoldsSinglePayment);
        Assert.Equal(verified, batch.MustBeVerified);
        Assert.Equal(PaidOut.Sha, batch.PayingSha256);
    }

    [Fact]
    public void A_code_of_the_bank_is_a_code()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Submitted(payout);
        Refusal.Expect(BatchRules.ReturnCodeIsShort, () => batch.Return([payout], payout, new BankReason(new string('A', 36), "Konto aufgelöst"), Someone.Finance(3), Someone.Now));

        batch.Return([payout], payout, new BankReason(" ac04 ", "Konto aufgelöst"), Someone.Finance(3), Someone.Now);

        Assert.Equal(("AC04", "Konto aufgelöst"), (payout.ReturnCode, payout.ReturnReason));
    }

    [Fact]
    public void Nothing_leaves_the_house_before_the_release()
    {
        var batch = PaidOut.Prepared(PaidOut.Ordered());

        Refusal.Expect(BatchRules.ReleasedFirst, () => batch.Download(Someone.Finance(3), Someone.Now));
        Refusal.Expect(BatchRules.ReleasedFirst, () => batch.Submit(Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void A_release_sees_all_payouts_of_the_batch()
    {
        Payout[] payouts = [PaidOut.Ordered(1), PaidOut.Ordered(2)];
        var batch = PaidOut.Prepared(payouts);
        batch.StoreFiles(PaidOut.Sha, PaidOut.Sha);

        Refusal.Expect(BatchRules.LinesMatch, () => batch.Release(payouts[..1], Someone.Finance(4), Someone.Now));
    }

    [Fact]
    public void The_first_download_is_noted_and_later_ones_replay()
    {
        var batch = PaidOut.Released(PaidOut.Ordered());

        batch.Download(Someone.Finance(3), Someone.Now);
        batch.Download(Someone.Finance(4), Someone.Now.AddDays(1));

        Assert.Equal(Someone.Now, batch.DownloadedAt);
    }

    [Fact]
    public void A_batch_is_discarded_by_two_people()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Released(payout);
        Refusal.Expect(BatchRules.DiscardHasReason, () => batch.Discard([payout], bankHasNothing: true, Someone.Finance(4), Someone.Now));
        batch.ProposeDiscard("Falscher Ausführungstag", bankHasNothing: true, Someone.Finance(3));
        Refusal.Expect(BatchRules.SecondPersonDiscards, () => batch.Discard([payout], bankHasNothing: true, Someone.Finance(3), Someone.Now));

        batch.Discard([payout], bankHasNothing: true, Someone.Finance(4), Someone.Now);

        Assert.Equal((BatchState.Discarded, PayoutState.Ordered), (batch.State, payout.State));
        Refusal.Expect(BatchRules.NotDiscarded, () => batch.Submit(Someone.Finance(3), Someone.Now));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_payment_whose_file_may_be_out_is_paid_under_a_new_id_without_new_signatures(bool released, int attempt)
    {
        var payout = PaidOut.Ordered();
        var batch = released ? PaidOut.Released(payout) : PaidOut.Prepared(payout);
        batch.ProposeDiscard("Falscher Ausführungstag", bankHasNothing: released, Someone.Finance(3));

        batch.Discard([payout], bankHasNothing: released, Someone.Finance(4), Someone.Now);

        Assert.Equal(attempt, payout.Attempt);
        Assert.Equal($"VF-2026-000017-{attempt}", PaidOut.Prepared(payout).Lines.Single().EndToEndId.Value);
    }

    [Fact]
    public void Both_who_discard_a_released_batch_state_that_the_bank_does_not_have_it()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Released(payout);
        Refusal.Expect(BatchRules.BankHasNothing, () => batch.ProposeDiscard("Falscher Tag", bankHasNothing: false, Someone.Finance(3)));
        batch.ProposeDiscard("Falscher Tag", bankHasNothing: true, Someone.Finance(3));

        Refusal.Expect(BatchRules.BankHasNothing, () => batch.Discard([payout], bankHasNothing: false, Someone.Finance(4), Someone.Now));

        Assert.Equal(BatchState.Released, batch.State);
    }

    [Fact]
    public void A_proposal_to_discard_that_came_before_the_release_does_not_speak_of_the_bank()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Prepared(payout);
        batch.ProposeDiscard("Falscher Tag", bankHasNothing: false, Someone.Finance(3));
        batch.StoreFiles(PaidOut.Sha, PaidOut.Sha);

        batch.Release([payout], Someone.Finance(4), Someone.Now);

        Refusal.Expect(BatchRules.DiscardHasReason, () => batch.Discard([payout], bankHasNothing: true, Someone.Finance(4), Someone.Now));
        batch.ProposeDiscard("Falscher Tag", bankHasNothing: true, Someone.Finance(3));
        batch.Discard([payout], bankHasNothing: true, Someone.Finance(4), Someone.Now);
        Assert.Equal(BatchState.Discarded, batch.State);
    }

    [Fact]
    public void A_batch_is_done_when_its_last_waiting_payment_comes_back()
    {
        Payout[] payouts = [PaidOut.Ordered(1), PaidOut.Ordered(2)];
        var batch = PaidOut.Submitted(payouts);
        batch.Execute(payouts, Someone.Today, Someone.Finance(3), Someone.Now, new HashSet<Guid> { payouts[0].Id });

        batch.Return(payouts, payouts[1], new BankReason("AC04", "AC04"), Someone.Finance(3), Someone.Now);

        Assert.Equal(BatchState.Executed, batch.State);
    }

    [Fact]
    public void What_the_bank_has_is_not_discarded()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Submitted(payout);

        Refusal.Expect(BatchRules.NotSubmitted, () => batch.ProposeDiscard("Irrtum", bankHasNothing: true, Someone.Finance(3)));
        Refusal.Expect(BatchRules.NotSubmitted, () => batch.Discard([payout], bankHasNothing: true, Someone.Finance(4), Someone.Now));
        Refusal.Expect(BatchRules.SubmittedOnce, () => batch.Submit(Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void Executed_is_what_the_bank_did_not_return()
    {
        Payout[] payouts = [PaidOut.Ordered(1), PaidOut.Ordered(2)];
        var batch = PaidOut.Submitted(payouts);
        batch.Return(payouts, payouts[0], new BankReason("AC01", "AC01"), Someone.Finance(3), Someone.Now);

        var executed = batch.Execute(payouts, Someone.Today, Someone.Finance(3), Someone.Now);

        Assert.Equal([payouts[1]], executed);
        Assert.Equal([PayoutState.Returned, PayoutState.Executed], payouts.Select(p => p.State));
        Refusal.Expect(BatchRules.ExecutedOnce, () => batch.Execute(payouts, Someone.Today, Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void Nothing_is_executed_or_returned_before_the_bank_has_it()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Released(payout);

        Refusal.Expect(BatchRules.SubmittedFirst, () => batch.Execute([payout], Someone.Today, Someone.Finance(3), Someone.Now));
        Refusal.Expect(BatchRules.SubmittedFirst, () => batch.Return([payout], payout, new BankReason("AC01", "AC01"), Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void A_payment_that_was_executed_can_still_come_back_once()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Submitted(payout);
        batch.Execute([payout], Someone.Today, Someone.Finance(3), Someone.Now);

        batch.Return([payout], payout, new BankReason("MS03", "MS03"), Someone.Finance(3), Someone.Now);

        Assert.Equal(PayoutState.Returned, payout.State);
        Refusal.Expect(PayoutRules.IsWithTheBank, () => batch.Return([payout], payout, new BankReason("MS03", "MS03"), Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void A_batch_pays_from_one_fund()
    {
        var other = Payout.Request(
            Someone.Id(8), 8, PaidOut.Claim with { FundKey = "sennestadt" }, PaidOut.Asks(1), PaidOut.Basis(), Someone.Applicant, Someone.Now);

        Refusal.Expect(BatchRules.OneFund, () => PaidOut.Prepared(PaidOut.Ordered(), other));
    }

    [Fact]
    public void A_batch_is_released_once_and_a_return_has_the_banks_code_or_its_words()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Submitted(payout);

        Refusal.Expect(BatchRules.ReleasedOnce, () => batch.Release([payout], Someone.Finance(5), Someone.Now));
        Refusal.Expect(BatchRules.ReturnHasReason, () => batch.Return([payout], payout, new BankReason(" ", " "), Someone.Finance(3), Someone.Now));
        Refusal.Expect(BatchRules.ReturnHasReason, () => batch.Return([payout], payout, new BankReason("MS03", new string('x', 501)), Someone.Finance(3), Someone.Now));
        batch.Return([payout], payout, new BankReason("ms03", " "), Someone.Finance(3), Someone.Now);
        Assert.Equal(new BankReason("MS03", null), payout.WhyReturned());
    }

    [Fact]
    public void A_batch_is_executed_when_the_bank_has_named_its_last_payment()
    {
        Payout[] payouts = [PaidOut.Ordered(1, 100), PaidOut.Ordered(2, 200)];
        var batch = PaidOut.Submitted(payouts);

        var first = batch.Execute(payouts, Someone.Today, Someone.Finance(5), Someone.Now, new HashSet<Guid> { payouts[0].Id });

        Assert.Equal([payouts[0]], first);
        Assert.Equal(BatchState.Submitted, batch.State);
        Assert.Equal([payouts[1]], batch.Execute(payouts, Someone.Today, Someone.Finance(5), Someone.Now));
        Assert.Equal(BatchState.Executed, batch.State);
    }
}
