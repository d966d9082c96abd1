using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>Reads where the money goes: holder and IBAN as people type them, and a reason when it is somebody else's account.</summary>
internal static class Accounts
{
    private const int MaxHolder = 70;
    private const int LeastToCompare = 3;

    /// <exception cref="RuleViolation">P6, U44, U45, FP2, FP3, all at once.</exception>
    public static PayeeAccount Read(GrantApplication application, CityPayments payer, string holder, string iban, string? otherHolderReason)
    {
        var name = holder.Trim();
        var read = Iban.TryParse(iban, out var account, out var problem);
        Require.None(
        [
            .. name.Length is > 0 and <= MaxHolder && !name.Contains('\n', StringComparison.Ordinal) ? Array.Empty<RuleProblem>() : [new(PayoutRules.PayeeIsNamed, "Holder", [])],
            .. read ? Array.Empty<RuleProblem>() : [new(ProofRules.IbanIsRight, "Iban", [problem!.Sentence(CultureInfo.CurrentUICulture)])],
            .. name.Length > MaxHolder ? [] : PayableAccount.Problems(name, account, payer),
            .. name.Length == 0 || IsApplicants(application, name) || !string.IsNullOrWhiteSpace(otherHolderReason)
                ? Array.Empty<RuleProblem>() : [new(ProofRules.OtherHolderHasReason, "OtherHolderReason", [NameOf(application)])],
        ]);
        return new PayeeAccount(name, account!, string.IsNullOrWhiteSpace(otherHolderReason) ? null : otherHolderReason);
    }

    /// <summary>The applicant's name as the application has it.</summary>
    public static string NameOf(GrantApplication application) => application.Form.Who.Name ?? application.Form.Who.Representative ?? application.Form.Who.ContactName ?? "";

    /// <summary>True when the holder is the group or one of its two named persons; "e. V." and spelling of spaces don't matter.</summary>
    private static bool IsApplicants(GrantApplication application, string holder)
    {
        var who = application.Form.Who;
        return new[] { who.Name, who.Representative, who.ContactName }.Any(n => Same(Letters(n), Letters(holder)));
    }

    private static bool Same(string one, string other)
        => one.Length >= LeastToCompare && other.Length >= LeastToCompare && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static string Letters(string? text) => new([.. (text ?? "").Where(char.IsLetter).Select(char.ToUpperInvariant)]);
}
