using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.Fund.Tests.Payouts;

public sealed class AccountLockTests
{
    private readonly Payout _payout = PaidOut.Ordered();

    [Fact]
    public void A_lock_is_lifted_by_two_people_of_finance()
    {
        var held = Locked();

        held.NoteCheck(" Bankbestätigung gesehen. ", _payout, Someone.Finance(1), Someone.Now);
        held.Lift(_payout, Someone.Finance(2), Someone.Now.AddHours(1));

        Assert.Equal(("Bankbestätigung gesehen.", Someone.Finance(1).Id, Someone.Finance(2).Id), (held.Check, held.CheckedBy, held.LiftedBy));
        Assert.Equal(Someone.Now.AddHours(1), held.LiftedAt);
    }

    [Fact]
    public void Who_checked_the_account_does_not_lift_its_lock()
    {
        var held = Locked();
        held.NoteCheck("Anruf.", _payout, Someone.Finance(1), Someone.Now);

        Refusal.Expect(AccountLockRules.SecondPersonLifts, () => held.Lift(_payout, Someone.Finance(1), Someone.Now));
    }

    [Fact]
    public void Whoever_checks_again_needs_another_person_again()
    {
        var held = Locked();
        held.NoteCheck("Anruf.", _payout, Someone.Finance(1), Someone.Now);

        held.NoteCheck("Brief der Bank.", _payout, Someone.Finance(2), Someone.Now);

        Refusal.Expect(AccountLockRules.SecondPersonLifts, () => held.Lift(_payout, Someone.Finance(2), Someone.Now));
    }

    [Fact]
    public void A_lock_is_checked_before_it_is_lifted_with_words_and_once()
    {
        var held = Locked();

        Refusal.Expect(AccountLockRules.CheckedFirst, () => held.Lift(_payout, Someone.Finance(2), Someone.Now));
        Refusal.Expect(AccountLockRules.CheckIsTold, () => held.NoteCheck("\u200b ", _payout, Someone.Finance(1), Someone.Now));
        Refusal.Expect(AccountLockRules.CheckIsTold, () => held.NoteCheck(new string('x', 1_001), _payout, Someone.Finance(1), Someone.Now));
        held.NoteCheck("Anruf.", _payout, Someone.Finance(1), Someone.Now);
        held.Lift(_payout, Someone.Finance(2), Someone.Now);
        Refusal.Expect(AccountLockRules.LiftedOnce, () => held.NoteCheck("Anruf.", _payout, Someone.Finance(1), Someone.Now));
        Refusal.Expect(AccountLockRules.LiftedOnce, () => held.Lift(_payout, Someone.Finance(3), Someone.Now));
    }

    [Fact]
    public void Neither_other_roles_nor_beneficiaries_check_an_account()
    {
        var held = Locked();

        Refusal.Expect(AccountLockRules.FinanceChecks, () => held.NoteCheck("Anruf.", _payout, Someone.Drafter, Someone.Now));
        Refusal.Expect(PayoutRules.NobodyPaysHimself, () => held.NoteCheck("Anruf.", _payout, Someone.Finance(9), Someone.Now));
    }

    private AccountLock Locked() => AccountLock.Of(Someone.Id(7), _payout, AccountLockCause.Returned, Someone.Now);
}
