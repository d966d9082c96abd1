using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>Which roles may do what on a payout (§ 31 KomHVO NRW).</summary>
public static class Duties
{
    /// <summary>True when somebody with this role may have the duty.</summary>
    public static bool Fits(PayoutDuty duty, ActorRole role) => duty switch
    {
        PayoutDuty.Factual => role is ActorRole.Management or ActorRole.Office or ActorRole.Finance,
        PayoutDuty.Arithmetical or PayoutDuty.Order => role is ActorRole.Office or ActorRole.Finance,
        _ => role is ActorRole.Finance,
    };

    /// <summary>True when one person may have both: only facts and figures, and only where the guideline says so.</summary>
    internal static bool GoTogether(PayoutDuty one, PayoutDuty other, bool onePersonMayCertifyBoth) =>
        onePersonMayCertifyBoth && IsCertification(one) && IsCertification(other);

    private static bool IsCertification(PayoutDuty duty) => duty is PayoutDuty.Factual or PayoutDuty.Arithmetical;
}
