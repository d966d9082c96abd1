using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Whether the bank will take a payment to an account, said at the field where somebody types it, and not after three signatures.</summary>
internal static class PayableAccount
{
    private const int NameLength = 70;

    public static readonly Rule HolderIsCarried = new("FP2", "An account holder's name is one that banks carry without losing a letter.");

    public static readonly Rule AccountIsReached = new("FP3", "An account is in a country of SEPA, and not the city's own.");

    /// <param name="holder">As typed.</param>
    /// <param name="iban">The account; null when it could not be read, which is said elsewhere.</param>
    /// <param name="payer">How the city pays.</param>
    public static IEnumerable<RuleProblem> Problems(string holder, Iban? iban, CityPayments payer)
    {
        if (Holder(holder, payer.Characters.Value) is { } wrong)
        {
            yield return new RuleProblem(HolderIsCarried, "Holder", [wrong.Sentence(CultureInfo.CurrentUICulture)]);
        }

        if (iban is not null && Account(iban, payer.Iban.Value) is { } unreachable)
        {
            yield return new RuleProblem(AccountIsReached, "Iban", [unreachable.Sentence(CultureInfo.CurrentUICulture)]);
        }
    }

    private static Problem? Holder(string holder, SepaProfile profile)
    {
        var sent = SepaText.Map(holder, profile);
        return sent.LostLetters ? new Problem(ProblemCode.NameLosesLetters, holder.Trim(), string.Join(' ', sent.Changes.Where(c => c.Kind == SepaChangeKind.Lost).Select(c => c.Before)))
            : sent.Value.Length == 0 && holder.Trim().Length > 0 ? new Problem(ProblemCode.NameMissing)
            : sent.Value.Length > NameLength ? new Problem(ProblemCode.TextTooLong, sent.Value.Length, NameLength)
            : null;
    }

    private static Problem? Account(Iban account, Iban payer)
        => !account.Country.IsSepa ? new Problem(ProblemCode.AccountNotSepa, account.Country.Code)
            : account == payer ? new Problem(ProblemCode.PayeeIsPayer)
            : null;
}
