using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Whether the bank will take a payment to an account, said at the field where somebody types it, and not after three signatures.</summary>
internal static class PayableAccount
{
    public static readonly Rule HolderIsCarried = new("FP2", "An account holder's name is one that banks carry without losing a letter.");

    public static readonly Rule AccountIsReached = new("FP3", "An account is in a country of SEPA, and not the city's own.");

    /// <param name="holder">As typed.</param>
    /// <param name="iban">The account; null when it could not be read, which is said elsewhere.</param>
    /// <param name="payer">How the city pays.</param>
    public static IEnumerable<RuleProblem> Problems(string holder, Iban? iban, CityPayments payer)
        => Pain001.CheckPayee(holder.Trim(), iban, payer.Iban.Value, payer.Characters.Value).Where(p => p.Problem.Code != ProblemCode.NameMissing || holder.Trim().Length > 0)
            .Select(p => p.Field == PaymentField.PayeeName
                ? new RuleProblem(HolderIsCarried, "Holder", [p.Problem.Sentence(CultureInfo.CurrentUICulture)])
                : new RuleProblem(AccountIsReached, "Iban", [p.Problem.Sentence(CultureInfo.CurrentUICulture)]));
}
