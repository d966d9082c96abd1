using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>What follows from one thing the bank said: it is applied, or a person looks, or it repeats what is known.</summary>
/// <param name="Doubt">Why a person must look; null when the answer fits, or repeats what is known.</param>
/// <param name="Applies">Whether the payment is executed, or comes back, by it.</param>
public readonly record struct AnswerDecision(BankDoubt? Doubt, bool Applies)
{
    /// <summary>Decides.</summary>
    /// <param name="outcome">What the bank said.</param>
    /// <param name="payment">What is known of the payment it speaks of.</param>
    public static AnswerDecision Of(PaymentOutcome outcome, KnownPayment payment)
    {
        var doubt = DoubtIn(outcome, payment);
        return new(doubt, doubt is null && payment.IsThisAttempt && Changes(outcome, payment));
    }

    /// <summary>Whether the money may have left although our books say otherwise: nobody pays again while that is open.</summary>
    public bool MayBePaid(PaymentOutcome outcome)
        => Doubt is not null && outcome is PaymentOutcome.Executed or PaymentOutcome.Accepted or PaymentOutcome.Pending or PaymentOutcome.Repeated;

    private static bool Changes(PaymentOutcome outcome, KnownPayment payment) => outcome switch
    {
        PaymentOutcome.Executed or PaymentOutcome.Rejected => payment.State == PayoutState.InBatch,
        PaymentOutcome.Returned => payment is { State: PayoutState.InBatch or PayoutState.Executed, IsKnownMovement: false },
        _ => false,
    };

    private static BankDoubt? DoubtIn(PaymentOutcome outcome, KnownPayment payment) => outcome switch
    {
        _ when payment.IsDiscarded => BankDoubt.Discarded,
        PaymentOutcome.Repeated => BankDoubt.Repeated,
        PaymentOutcome.NameMatches or PaymentOutcome.NameAlmostMatches or PaymentOutcome.NameDiffers or PaymentOutcome.NameNotChecked => payment.IsNameOpen ? BankDoubt.Name : null,
        PaymentOutcome.Executed or PaymentOutcome.Returned when payment.IsKnownMovement => null,
        PaymentOutcome.Executed when !payment.IsThisAttempt => BankDoubt.OldAttempt,
        PaymentOutcome.Executed when payment is { State: PayoutState.Returned, WasExecuted: false } => BankDoubt.PaidAfterReturn,
        PaymentOutcome.Executed when payment.State != PayoutState.InBatch && payment.WasToldBefore => BankDoubt.PaidTwice,
        PaymentOutcome.Rejected when payment is { IsThisAttempt: true, State: PayoutState.Executed } => BankDoubt.RejectedAfterExecution,
        PaymentOutcome.Returned when !payment.IsThisAttempt || (payment.State == PayoutState.Returned && (payment.WasToldBefore || !payment.WasExecuted)) => BankDoubt.ReturnedAgain,
        _ => null,
    };
}
