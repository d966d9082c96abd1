using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.Fund.Tests.Payouts;

internal static class PaidOut
{
    public static readonly Payee Group = new("Gartengruppe Baumheide", Iban.Parse("DE87200500001234567890"));
    public static readonly Payee Other = new("Gartengruppe Baumheide e. V.", Iban.Parse("DE21500500009876543210"));
    public static readonly PayoutClaim Claim = new(Someone.Id(100), "baumheide", Someone.Quarter, 2026, Someone.ApplicantId, ["finance9@demo.example"]);
    public static readonly string Sha = new('a', 64);

    public static PayoutBasis Basis(long granted = 100_000, long claimed = 0) =>
        new(Money.FromCents(granted), Money.FromCents(claimed), Someone.Now.AddDays(-1), AdvancesAllowed: true);

    public static PayoutRequest Asks(long cents, PayoutKind kind = PayoutKind.PartPayment, string reason = "") =>
        new(kind, Money.FromCents(cents), Group, "BAU-2026-0007 Garten", reason);

    public static Payout Requested(int number = 17, long cents = 50_000) =>
        Payout.Request(Someone.Id(1000 + number), number, Claim, Asks(cents), Basis(), Someone.Applicant, Someone.Now);

    public static Payout Certified(int number = 17, long cents = 50_000)
    {
        var payout = Requested(number, cents);
        payout.CertifyFacts(Someone.Drafter, onePersonMayCertifyBoth: false, Someone.Now);
        payout.CertifyFigures(Someone.Finance(1), onePersonMayCertifyBoth: false, Someone.Now);
        return payout;
    }

    public static Payout Ordered(int number = 17, long cents = 50_000)
    {
        var payout = Certified(number, cents);
        payout.OrderPayment(Someone.Finance(2), Someone.Now);
        return payout;
    }

    public static PaymentBatch Prepared(params Payout[] payouts) =>
        PaymentBatch.Prepare(Someone.Id(6), "ZL-2026-0003", "VF-2026-0003", payouts, Someone.Today, Someone.Finance(3), Someone.Now, Someone.Today);

    public static PaymentBatch Released(params Payout[] payouts)
    {
        var batch = Prepared(payouts);
        batch.StoreFiles(Sha, Sha);
        batch.Release(payouts, Someone.Finance(4), Someone.Now);
        return batch;
    }

    public static PaymentBatch Submitted(params Payout[] payouts)
    {
        var batch = Released(payouts);
        batch.Submit(Someone.Finance(3), Someone.Now);
        return batch;
    }
}
