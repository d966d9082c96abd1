using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.Fund.Tests.Payouts;

public class AnswerDecisionTests
{
    private static readonly KnownPayment Waiting = new(PayoutState.InBatch);
    private static readonly KnownPayment Paid = new(PayoutState.Executed) { WasExecuted = true };
    private static readonly KnownPayment Rejected = new(PayoutState.Returned);
    private static readonly KnownPayment CameBack = new(PayoutState.Returned) { WasExecuted = true };
    private static readonly KnownPayment Replaced = new(PayoutState.Requested, IsThisAttempt: false);

    private static readonly (string What, PaymentOutcome Outcome, KnownPayment Payment, string Expected)[] Table =
    [
        ("a waiting payment is executed", PaymentOutcome.Executed, Waiting, "applied"),
        ("a paid one is told again, in the same movement", PaymentOutcome.Executed, Paid with { IsKnownMovement = true, WasToldBefore = true }, "known"),
        ("a person typed it in before", PaymentOutcome.Executed, Paid, "known"),
        ("a second debit", PaymentOutcome.Executed, Paid with { WasToldBefore = true }, "PaidTwice"),
        ("a second debit after the money came back", PaymentOutcome.Executed, CameBack with { WasToldBefore = true }, "PaidTwice"),
        ("paid although rejected", PaymentOutcome.Executed, Rejected, "PaidAfterReturn"),
        ("an attempt that is replaced", PaymentOutcome.Executed, Replaced, "OldAttempt"),
        ("a replaced attempt in a known movement", PaymentOutcome.Executed, Replaced with { IsKnownMovement = true }, "known"),
        ("a waiting payment is rejected", PaymentOutcome.Rejected, Waiting, "applied"),
        ("a rejected one again", PaymentOutcome.Rejected, Rejected, "known"),
        ("rejected although paid", PaymentOutcome.Rejected, Paid, "RejectedAfterExecution"),
        ("a replaced attempt is rejected", PaymentOutcome.Rejected, Replaced, "known"),
        ("money of a paid one comes back", PaymentOutcome.Returned, Paid, "applied"),
        ("money of a waiting one comes back", PaymentOutcome.Returned, Waiting, "applied"),
        ("the same return again", PaymentOutcome.Returned, CameBack with { IsKnownMovement = true, WasToldBefore = true }, "known"),
        ("a return that a person typed in before", PaymentOutcome.Returned, CameBack, "known"),
        ("a second return", PaymentOutcome.Returned, CameBack with { WasToldBefore = true }, "ReturnedAgain"),
        ("money back for a payment that never went", PaymentOutcome.Returned, Rejected, "ReturnedAgain"),
        ("money back for a replaced attempt", PaymentOutcome.Returned, Replaced, "ReturnedAgain"),
        ("a known return does not come back twice", PaymentOutcome.Returned, Paid with { IsKnownMovement = true }, "known"),
        ("the bank works on it", PaymentOutcome.Pending, Waiting, "known"),
        ("the bank accepted it", PaymentOutcome.Accepted, Waiting, "known"),
        ("a repetition", PaymentOutcome.Repeated, Waiting, "Repeated"),
        ("the name fits", PaymentOutcome.NameMatches, Waiting, "known"),
        ("the name is another one", PaymentOutcome.NameDiffers, Waiting with { IsNameOpen = true }, "Name"),
        ("the name is another one, and somebody let it go", PaymentOutcome.NameDiffers, Waiting, "known"),
        ("the name almost fits", PaymentOutcome.NameAlmostMatches, Waiting with { IsNameOpen = true }, "Name"),
        ("the name could not be checked", PaymentOutcome.NameNotChecked, Waiting with { IsNameOpen = true }, "Name"),
    ];

    public static TheoryData<string> Rows => [.. Table.Select(row => row.What)];

    public static TheoryData<PaymentOutcome> Outcomes => [.. Enum.GetValues<PaymentOutcome>()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_the_bank_says_is_applied_known_or_doubted(string what)
    {
        var row = Table.Single(r => r.What == what);

        var decision = AnswerDecision.Of(row.Outcome, row.Payment);

        Assert.Equal(row.Expected, decision.Doubt?.ToString() ?? (decision.Applies ? "applied" : "known"));
        Assert.False(decision is { Doubt: not null, Applies: true });
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Nothing_is_applied_to_a_discarded_batch(PaymentOutcome outcome) =>
        Assert.Equal(new AnswerDecision(BankDoubt.Discarded, Applies: false), AnswerDecision.Of(outcome, Waiting with { IsDiscarded = true }));

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void A_payment_is_held_when_a_doubt_says_that_it_may_be_paid(PaymentOutcome outcome)
    {
        var mayBePaid = outcome is PaymentOutcome.Executed or PaymentOutcome.Accepted or PaymentOutcome.Pending or PaymentOutcome.Repeated;

        Assert.Equal(mayBePaid, new AnswerDecision(BankDoubt.Discarded, Applies: false).MayBePaid(outcome));
        Assert.False(new AnswerDecision(null, Applies: true).MayBePaid(outcome));
    }
}
