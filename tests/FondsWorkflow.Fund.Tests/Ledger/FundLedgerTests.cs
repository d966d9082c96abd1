using CsCheck;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Ledger;

public class FundLedgerTests
{
    private static readonly Guid One = new(1, 0, 0, new byte[8]);
    private static readonly Guid Two = new(2, 0, 0, new byte[8]);
    private int _ids;

    [Fact]
    public void Money_goes_from_available_to_reserved_to_committed_to_paid_and_back()
    {
        var ledger = With(1000);

        ledger.Reserve(Euro(400), Act(One));
        ledger.Commit(Euro(400), Act(One));
        ledger.Pay(Euro(300), Act(One, One));
        ledger.Return(Euro(50), Act(One, One));
        ledger.ReleaseCommitted(Euro(100), Act(One));

        Assert.Equal(new FundBalance(Euro(1000), Euro(0), Euro(0), Euro(250)), ledger.Balance);
        Assert.Equal(Euro(750), ledger.Balance.Available);
        Assert.Equal([1, 2, 3, 4, 5, 6], ledger.Written.Select(e => e.Sequence));
    }

    [Fact]
    public void A_reservation_above_the_available_money_is_refused_with_what_is_left()
    {
        var ledger = With(1000);
        ledger.Reserve(Euro(999.99m), Act(One));

        var refused = Assert.Throws<RuleViolation>(() => ledger.Reserve(Euro(0.02m), Act(Two)));

        Assert.Equal(LedgerRules.MoneyIsAvailable, refused.Problems[0].Rule);
        Assert.Equal([Euro(0.02m), Euro(0.01m)], refused.Problems[0].Arguments);
        Assert.Equal(2, ledger.Written.Count);
    }

    [Fact]
    public void No_application_draws_on_what_is_reserved_for_another()
    {
        var ledger = With(1000);
        ledger.Reserve(Euro(500), Act(One));
        ledger.Commit(Euro(500), Act(One));
        ledger.Reserve(Euro(100), Act(Two));

        Assert.Equal(["L2"], Refused(() => ledger.Commit(Euro(101), Act(Two))));
        Assert.Equal(["L3"], Refused(() => ledger.Pay(Euro(1), Act(Two, Two))));
        Assert.Equal(["L4"], Refused(() => ledger.Return(Euro(1), Act(Two, Two))));
        Assert.Equal(["L2"], Refused(() => ledger.ReleaseReserved(Euro(101), Act(Two))));
    }

    [Fact]
    public void A_budget_is_cut_by_no_more_than_is_available()
    {
        var ledger = With(1000);
        ledger.Reserve(Euro(600), Act(One));

        Assert.Equal(["L8"], Refused(() => ledger.Allot(Euro(-400.01m), Act())));
        ledger.Allot(Euro(-400), Act());

        Assert.Equal(Money.Zero, ledger.Balance.Available);
    }

    [Fact]
    public void An_entry_moves_money_for_a_case_with_a_reason()
    {
        var ledger = With(1000);

        Assert.Equal(["L5"], Refused(() => ledger.Reserve(Money.Zero, Act(One))));
        Assert.Equal(["L5"], Refused(() => ledger.Reserve(Euro(-1), Act(One))));
        Assert.Equal(["L6"], Refused(() => ledger.Reserve(Euro(1), Act(One) with { Reason = " " })));
        Assert.Equal(["L7"], Refused(() => ledger.Reserve(Euro(1), Act())));
        Assert.Equal(["L7"], Refused(() => ledger.Pay(Euro(1), Act(One))));
        Assert.Equal(Euro(1000), ledger.Balance.Available);
    }

    [Fact]
    public void A_ledger_goes_on_from_its_last_entries()
    {
        var first = With(1000);
        first.Reserve(Euro(400), Act(One));
        first.Reserve(Euro(100), Act(Two));

        var next = new FundLedger("vf", 2026, first.Written[2], first.Written[1]);
        next.Commit(Euro(400), Act(One));

        Assert.Equal(4, next.Sequence);
        Assert.Null(LedgerProof.Check([.. first.Written, .. next.Written]));
        Assert.Throws<ArgumentException>(() => new FundLedger("vf", 2027, first.Written[2]));
    }

    [Fact]
    public void Whatever_happens_the_ledger_balances_to_the_cent_and_proves_itself()
    {
        var step = Gen.Select(Gen.Int[0, 6], Gen.Long[-100, 30_000], Gen.Int[1, 4]);
        step.List[0, 60].Sample(steps =>
        {
            var ledger = With(1000);
            foreach (var (kind, cents, application) in steps)
            {
                Try(ledger, kind, Money.FromCents(cents), new Guid(application, 0, 0, new byte[8]));
                Assert.True(ledger.Balance.IsSound);
                Assert.Equal(ledger.Balance.Allotted, ledger.Balance.Reserved + ledger.Balance.Committed + ledger.Balance.Paid + ledger.Balance.Available);
            }

            Assert.Null(LedgerProof.Check(ledger.Written.Reverse()));
        });
    }

    private FundLedger With(decimal euro)
    {
        var ledger = new FundLedger("vf", 2026, null);
        ledger.Allot(Euro(euro), Act());
        return ledger;
    }

    private LedgerAct Act(Guid? application = null, Guid? payout = null) => new(new Guid(++_ids, 1, 0, new byte[8]), "finanzen.a@demo.example", Now, "Probe", application, payout);

    private void Try(FundLedger ledger, int kind, Money amount, Guid application)
    {
        var act = Act(application, application);
        var written = ledger.Written.Count;
        try
        {
            _ = kind switch
            {
                0 => ledger.Allot(amount, Act()),
                1 => ledger.Reserve(amount, act),
                2 => ledger.Commit(amount, act),
                3 => ledger.Pay(amount, act),
                4 => ledger.Return(amount, act),
                5 => ledger.ReleaseReserved(amount, act),
                _ => ledger.ReleaseCommitted(amount, act),
            };
        }
        catch (RuleViolation)
        {
            Assert.Equal(written, ledger.Written.Count);
        }
    }
}
