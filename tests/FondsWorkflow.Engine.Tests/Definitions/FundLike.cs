using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Steps with the names, inputs and ports of the fund's, so that its definitions can be read and run here.</summary>
internal static class FundLike
{
    public static IEnumerable<Type> Steps => typeof(FundLike).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Where(t => t.IsSubclassOf(typeof(Activity)) && !t.IsAbstract);

    internal abstract class Human : Activity
    {
        [Input(IsRequired = true)]
        public Input<string>? Role { get; init; }

        [Input(IsRequired = true)]
        public Input<string>? Deadline { get; init; }

        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            var isTimed = context.DeclaredOutcomes!.Contains("Expired");
            context.CreateBookmark(context.ActivityId, context.Get(Role) + context.Get(Deadline), isTimed ? context.Now.AddDays(14) : null, isTimed ? "Expired" : null);
            return ValueTask.CompletedTask;
        }
    }

    internal abstract class Machine : Activity
    {
        protected override ValueTask ExecuteAsync(ActivityContext context)
        {
            if (context.DeclaredOutcomes!.Count > 1) context.CreateBookmark(context.ActivityId);
            return ValueTask.CompletedTask;
        }
    }

    [Activity("Fonds.ReviewApplication", IsBlocking = true, Outcomes = ["Forward", "Clarify", "NotEligible", "Withdrawn"])]
    internal sealed class ReviewApplication : Human;

    [Activity("Fonds.RequestClarification", IsBlocking = true, Outcomes = ["Answered", "Expired", "Withdrawn"])]
    internal sealed class RequestClarification : Human;

    [Output("result")]
    [Activity("Fonds.DecideInCircle", IsBlocking = true, Outcomes = ["Approved", "ApprovedWithLess", "ApprovedWithConditions", "Deferred", "Rejected", "Withdrawn"])]
    internal sealed class DecideInCircle : Human;

    [Activity("Fonds.ReserveMoney")]
    internal sealed class ReserveMoney : Machine;

    [Activity("Fonds.AcceptReducedGrant", IsBlocking = true, Outcomes = ["Accepted", "Declined", "Expired"])]
    internal sealed class AcceptReducedGrant : Human;

    [Activity("Fonds.FulfilConditions", IsBlocking = true, Outcomes = ["Fulfilled", "Lapsed"])]
    internal sealed class FulfilConditions : Human;

    [Activity("Fonds.DraftNotice", IsBlocking = true, Outcomes = ["Drafted"])]
    internal sealed class DraftNotice : Human
    {
        [Input(IsRequired = true)]
        public Input<string>? Kind { get; init; }
    }

    [Activity("Fonds.ReleaseNotice", IsBlocking = true, Outcomes = ["Released", "SentBack"])]
    internal sealed class ReleaseNotice : Human;

    [Activity("Fonds.SendNotice")]
    internal sealed class SendNotice : Machine;

    [Activity("Fonds.AskForMoney", IsBlocking = true, Outcomes = ["Advance", "PartPayment", "ProofFiled", "NotCarriedOut"])]
    internal sealed class AskForMoney : Human;

    [Activity("Fonds.CertifyFactually", IsBlocking = true, Outcomes = ["Certified", "SentBack"])]
    internal sealed class CertifyFactually : Human;

    [Activity("Fonds.CertifyArithmetically", IsBlocking = true, Outcomes = ["Certified", "SentBack"])]
    internal sealed class CertifyArithmetically : Human;

    [Activity("Fonds.OrderPayment", IsBlocking = true, Outcomes = ["Ordered", "SentBack"])]
    internal sealed class OrderPayment : Human;

    [Activity("Fonds.ExecutePayment", IsBlocking = true, Outcomes = ["Executed", "Returned"])]
    internal sealed class ExecutePayment : Human;

    [Activity("Fonds.CorrectPayout", IsBlocking = true, Outcomes = ["Corrected"])]
    internal sealed class CorrectPayout : Human;

    [Activity("Fonds.FileProof", IsBlocking = true, Outcomes = ["Filed"])]
    internal sealed class FileProof : Human;

    [Activity("Fonds.CheckProof", IsBlocking = true, Outcomes = ["Accepted", "Objected"])]
    internal sealed class CheckProof : Human;

    [Activity("Fonds.CorrectProof", IsBlocking = true, Outcomes = ["Filed"])]
    internal sealed class CorrectProof : Human;

    [Output("result")]
    [Activity("Fonds.SettleProof", Outcomes = ["PayRest", "Reclaim", "Balanced"])]
    internal sealed class SettleProof : Machine;

    [Activity("Fonds.RecordReclaim", IsBlocking = true, Outcomes = ["Recorded"])]
    internal sealed class RecordReclaim : Human;

    [Activity("Fonds.CollectReclaim", IsBlocking = true, Outcomes = ["Settled"])]
    internal sealed class CollectReclaim : Human;

    [Output("result")]
    [Activity("Fonds.CloseApplication")]
    internal sealed class CloseApplication : Machine
    {
        [Input(IsRequired = true)]
        public Input<string>? Ending { get; init; }
    }
}
