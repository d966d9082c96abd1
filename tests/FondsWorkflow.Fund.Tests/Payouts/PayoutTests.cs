using CsCheck;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Payouts;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.Fund.Tests.Payouts;

public sealed class PayoutTests
{
    [Fact]
    public void No_money_before_the_notice_was_sent()
    {
        var unsent = PaidOut.Basis() with { NoticeSentAt = null };

        Refusal.Expect(PayoutRules.NoticeWasSent, () => Payout.Request(Someone.Id(7), 1, PaidOut.Claim, PaidOut.Asks(1), unsent, Someone.Applicant, Someone.Now));
    }

    [Fact]
    public void A_refused_request_names_every_field()
    {
        var request = new PayoutRequest(PayoutKind.Advance, Money.Zero, PaidOut.Group with { Name = "\u200B" }, "", "");

        var violation = Assert.Throws<RuleViolation>(() =>
            Payout.Request(Someone.Id(7), 1, PaidOut.Claim, request, PaidOut.Basis() with { AdvancesAllowed = false }, Someone.Auditor, Someone.Now));

        Assert.Equal([null, "Kind", "Reason", "RemittanceText", "Amount", "Holder"], violation.Problems.Select(p => p.Field));
        Assert.Equal(
            [
                PayoutRules.ApplicantOrOfficeAsks, PayoutRules.AdvanceIsAllowed, PayoutRules.AdvanceHasReason,
                PayoutRules.RemittanceIsGiven, PayoutRules.AmountIsPositive, PayoutRules.PayeeIsNamed,
            ],
            violation.Problems.Select(p => p.Rule));
    }

    [Fact]
    public void All_payouts_together_stay_within_the_grant()
    {
        var violation = Refusal.Expect(PayoutRules.WithinTheGrant, () =>
            Payout.Request(Someone.Id(7), 1, PaidOut.Claim, PaidOut.Asks(40_001), PaidOut.Basis(claimed: 60_000), Someone.Applicant, Someone.Now));

        Assert.Equal(Money.FromCents(40_000), violation.Problems.Single().Arguments.Single());
    }

    [Fact]
    public void However_money_is_asked_for_the_grant_is_never_exceeded()
    {
        Gen.Long[1, 60_000].Array[1, 8].Sample(amounts =>
        {
            var claimed = Money.Zero;
            foreach (var cents in amounts)
            {
                var basis = PaidOut.Basis(claimed: claimed.Cents);
                if (cents <= basis.Left.Cents)
                {
                    claimed += Payout.Request(Someone.Id(7), 1, PaidOut.Claim, PaidOut.Asks(cents), basis, Someone.Applicant, Someone.Now).Amount;
                }
                else
                {
                    Refusal.Expect(PayoutRules.WithinTheGrant, () => Payout.Request(Someone.Id(7), 1, PaidOut.Claim, PaidOut.Asks(cents), basis, Someone.Applicant, Someone.Now));
                }
            }

            return claimed.Cents <= 100_000;
        });
    }

    [Fact]
    public void An_advance_has_a_reason()
    {
        Refusal.Expect(PayoutRules.AdvanceHasReason, () =>
            Payout.Request(Someone.Id(7), 1, PaidOut.Claim, PaidOut.Asks(1, PayoutKind.Advance), PaidOut.Basis(), Someone.Applicant, Someone.Now));
    }

    [Fact]
    public void Facts_figures_and_order_are_three_people()
    {
        var payout = PaidOut.Requested();
        payout.CertifyFacts(Someone.Finance(1), onePersonMayCertifyBoth: false, Someone.Now);
        Refusal.Expect(PayoutRules.NobodyActsTwice, () => payout.CertifyFigures(Someone.Finance(1), onePersonMayCertifyBoth: false, Someone.Now));
        payout.CertifyFigures(Someone.Finance(2), onePersonMayCertifyBoth: false, Someone.Now);

        Refusal.Expect(PayoutRules.NobodyActsTwice, () => payout.OrderPayment(Someone.Finance(1), Someone.Now));
        Refusal.Expect(PayoutRules.NobodyActsTwice, () => payout.OrderPayment(Someone.Finance(2), Someone.Now));
        payout.OrderPayment(Someone.Finance(3), Someone.Now);

        Assert.Equal(PayoutState.Ordered, payout.State);
    }

    [Fact]
    public void Where_the_guideline_says_so_one_person_certifies_both_but_never_orders()
    {
        var payout = PaidOut.Requested();
        payout.CertifyFacts(Someone.Finance(1), onePersonMayCertifyBoth: true, Someone.Now);

        payout.CertifyFigures(Someone.Finance(1), onePersonMayCertifyBoth: true, Someone.Now);

        Refusal.Expect(PayoutRules.NobodyActsTwice, () => payout.OrderPayment(Someone.Finance(1), Someone.Now));
    }

    [Fact]
    public void Nobody_pays_himself()
    {
        var payout = PaidOut.Requested();

        Refusal.Expect(PayoutRules.NobodyPaysHimself, () => payout.CertifyFacts(Someone.Finance(9), onePersonMayCertifyBoth: false, Someone.Now));
    }

    [Theory]
    [InlineData(ActorRole.Applicant)]
    [InlineData(ActorRole.CircleMember)]
    [InlineData(ActorRole.Management)]
    [InlineData(ActorRole.Auditor)]
    [InlineData(ActorRole.Administrator)]
    [InlineData(ActorRole.System)]
    public void Only_office_and_finance_certify_figures_and_order(ActorRole role)
    {
        var actor = new Actor("x@demo.example", "X", role, [Someone.Quarter]);

        Refusal.Expect(PayoutRules.DutyFitsRole, () => PaidOut.Requested().CertifyFigures(actor, onePersonMayCertifyBoth: false, Someone.Now));
        Refusal.Expect(PayoutRules.DutyFitsRole, () => PaidOut.Certified().OrderPayment(actor, Someone.Now));
    }

    [Fact]
    public void A_certification_is_given_once_and_an_order_too()
    {
        Refusal.Expect(PayoutRules.CertifiedOnce, () => PaidOut.Certified().CertifyFacts(Someone.Releaser, onePersonMayCertifyBoth: false, Someone.Now));
        Refusal.Expect(PayoutRules.OrderedOnce, () => PaidOut.Ordered().OrderPayment(Someone.Finance(5), Someone.Now));
    }

    [Fact]
    public void No_order_without_both_certifications()
    {
        Refusal.Expect(PayoutRules.CertifiedBeforeOrder, () => PaidOut.Requested().OrderPayment(Someone.Finance(2), Someone.Now));
    }

    [Fact]
    public void Another_account_voids_what_was_certified_and_ordered()
    {
        var payout = PaidOut.Ordered();
        var hash = payout.DataHash;

        payout.SendBack("Kontowechsel", Someone.Drafter);
        payout.NameAccount(PaidOut.Other, Someone.Applicant);

        Assert.Equal((null, null, null, PayoutState.Requested), (payout.Factual, payout.Arithmetical, payout.Order, payout.State));
        Assert.NotEqual(hash, payout.DataHash);
    }

    [Theory]
    [InlineData("AM04", "Das Konto war nicht gedeckt.", true)]
    [InlineData("MS03", "Kein Grund.", true)]
    [InlineData(null, "AC04 steht nur im Text.", true)]
    [InlineData("AC04", "Das Konto ist aufgelöst.", false)]
    [InlineData("BE01", "AM04 steht nur im Text.", false)]
    public void Finance_tries_again_unless_the_account_was_the_reason(string? code, string reason, bool again)
    {
        var payout = PaidOut.Ordered();
        PaidOut.Submitted(payout).Return([payout], payout, new BankReason(code, reason), Someone.Finance(3), Someone.Now);

        Assert.Equal(again, payout.MayBeTriedAgain);
        if (again)
        {
            payout.TryAgain("Das Konto der Stadt ist gedeckt", Someone.Finance(3));
        }
        else
        {
            Refusal.Expect(PayoutRules.AccountIsNotTheReason, () => payout.TryAgain("Noch einmal", Someone.Finance(3)));
        }

        Assert.Equal(again ? "VF-2026-000017-2" : "VF-2026-000017-1", payout.EndToEndId.Value);
    }

    [Fact]
    public void A_correction_has_a_reason_and_is_not_the_applicants()
    {
        var violation = Refusal.Expect(PayoutRules.ReasonIsGiven, () => PaidOut.Certified().SendBack(" ", Someone.Applicant));

        Assert.Contains(violation.Problems, p => p.Rule == PayoutRules.StaffCorrects);
    }

    [Fact]
    public void A_held_payout_waits()
    {
        var payout = PaidOut.Certified();
        payout.Hold("Anderer Nachweis ist überfällig.", Someone.Drafter);

        Refusal.Expect(PayoutRules.NotHeld, () => payout.OrderPayment(Someone.Finance(2), Someone.Now));
        payout.Free(Someone.Drafter);
        Refusal.Expect(PayoutRules.IsHeld, () => payout.Free(Someone.Drafter));
        payout.OrderPayment(Someone.Finance(2), Someone.Now);

        Assert.Equal(PayoutState.Ordered, payout.State);
    }

    [Fact]
    public void A_cancelled_payout_claims_nothing_and_does_not_change()
    {
        var payout = PaidOut.Certified();

        payout.Cancel("Doppelt angefordert", Someone.Drafter, Someone.Now);

        Assert.False(payout.Claims);
        Refusal.Expect(PayoutRules.NotUnderWay, () => payout.OrderPayment(Someone.Finance(2), Someone.Now));
    }

    [Fact]
    public void A_payout_in_a_batch_does_not_change()
    {
        var payout = PaidOut.Ordered();
        PaidOut.Prepared(payout);

        Refusal.Expect(PayoutRules.NotUnderWay, () => payout.SendBack("Kontowechsel", Someone.Drafter));
        Refusal.Expect(PayoutRules.NotUnderWay, () => payout.Cancel("Zu spät", Someone.Drafter, Someone.Now));
    }

    [Fact]
    public void A_new_attempt_follows_a_return_with_a_new_id_and_new_certifications()
    {
        Refusal.Expect(PayoutRules.WasReturned, () => PaidOut.Ordered().TryAgain("Noch einmal", Someone.Drafter));
        var payout = PaidOut.Ordered();
        PaidOut.Submitted(payout).Return([payout], payout, new BankReason("AC04", "Konto aufgelöst"), Someone.Finance(3), Someone.Now);
        Assert.Equal((PayoutState.Returned, "VF-2026-000017-1"), (payout.State, payout.EndToEndId.Value));

        payout.NameAccount(PaidOut.Other, Someone.Applicant);

        Assert.Equal((PayoutState.Requested, "VF-2026-000017-2", 2), (payout.State, payout.EndToEndId.Value, payout.Attempt));
    }

    [Fact]
    public void A_payout_has_a_number_and_short_reasons()
    {
        Refusal.Expect(PayoutRules.NumberIsPositive, () => PaidOut.Requested(number: 0));
        Refusal.Expect(PayoutRules.ReasonIsShortEnough, () => PaidOut.Requested().Hold(new string('x', 1_001), Someone.Drafter));
    }

    [Fact]
    public void What_is_sent_back_is_certified_anew()
    {
        var payout = PaidOut.Ordered();

        payout.SendBack("Der Name passt nicht zum Konto.", Someone.Finance(3));

        Assert.Equal(PayoutState.Requested, payout.State);
        Assert.Equal("Der Name passt nicht zum Konto.", payout.CorrectionReason);
        Refusal.Expect(PayoutRules.ReasonIsGiven, () => payout.SendBack(" ", Someone.Finance(3)));
    }

    [Fact]
    public void A_payout_in_a_batch_is_not_sent_back()
    {
        var payout = PaidOut.Ordered();
        PaidOut.Prepared(payout);

        Refusal.Expect(PayoutRules.NotUnderWay, () => payout.SendBack("Zu spät.", Someone.Finance(5)));
    }

    [Fact]
    public void The_applicant_names_the_own_account_while_nobody_vouches_for_it()
    {
        var payout = PaidOut.Requested();

        payout.NameAccount(PaidOut.Other, Someone.Applicant);

        Assert.Equal(PaidOut.Other.Iban, payout.Iban);
        Refusal.Expect(PayoutRules.ApplicantNamesAccount, () => payout.NameAccount(PaidOut.Group, Someone.Applicant with { Id = "andere@gruppe.example" }));
        payout.CertifyFacts(Someone.Finance(1), onePersonMayCertifyBoth: false, Someone.Now);
        Refusal.Expect(PayoutRules.NobodyVouchedYet, () => payout.NameAccount(PaidOut.Group, Someone.Applicant));
    }

    [Fact]
    public void After_a_return_the_applicant_names_an_account_for_the_next_attempt()
    {
        var payout = PaidOut.Ordered();
        var batch = PaidOut.Submitted(payout);
        batch.Return([payout], payout, new BankReason("AC04", "Konto aufgelöst"), Someone.Finance(5), Someone.Now);

        payout.NameAccount(PaidOut.Other, Someone.Applicant);

        Assert.Equal(2, payout.Attempt);
        Assert.Equal(PayoutState.Requested, payout.State);
        Assert.Null(payout.Factual);
    }
}
