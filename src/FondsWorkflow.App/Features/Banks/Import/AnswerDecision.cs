using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>Why a person must look at what the bank said; the sentence stands in <c>Banks.Doubt*</c>.</summary>
internal enum BankDoubt
{
    /// <summary>The batch was discarded, and the bank has its file nevertheless.</summary>
    Discarded,

    /// <summary>The bank takes it for a repetition: the first one may be paid.</summary>
    Repeated,

    /// <summary>The bank could not confirm the name.</summary>
    Name,

    /// <summary>An attempt was executed that is replaced already.</summary>
    OldAttempt,

    /// <summary>It was rejected, and is executed now.</summary>
    PaidAfterReturn,

    /// <summary>A second debit that is not the same movement.</summary>
    PaidTwice,

    /// <summary>It is executed, and the bank rejects it now.</summary>
    RejectedAfterExecution,

    /// <summary>Money comes back for a payment that is not paid.</summary>
    ReturnedAgain,
}

/// <summary>What is known of a payment when the bank speaks of it.</summary>
/// <param name="State">How the payout stands.</param>
/// <param name="IsThisAttempt">The bank speaks of the attempt that it has now.</param>
internal sealed record KnownPayment(PayoutState State, bool IsThisAttempt = true)
{
    /// <summary>Its batch was discarded.</summary>
    public bool IsDiscarded { get; init; }

    /// <summary>Its money left the account before it came back.</summary>
    public bool WasExecuted { get; init; }

    /// <summary>A file told this same movement before.</summary>
    public bool IsKnownMovement { get; init; }

    /// <summary>Some movement said this of the payment before.</summary>
    public bool WasToldBefore { get; init; }

    /// <summary>The bank could not confirm the name, and nobody let the payment go yet.</summary>
    public bool IsNameOpen { get; init; }
}

/// <summary>What follows from one thing the bank said: it is applied, or a person looks, or it repeats what is known.</summary>
/// <param name="Doubt">Why a person must look; null when the answer fits, or repeats what is known.</param>
/// <param name="Applies">Whether the payment is executed, or comes back, by it.</param>
internal readonly record struct AnswerDecision(BankDoubt? Doubt, bool Applies)
{
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
