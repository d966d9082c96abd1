using System.Security.Cryptography;

namespace FondsWorkflow.Banking;

/// <summary>
/// Credit transfers as ISO 20022 pain.001.001.09 after the rules of German banks (DFÜ agreement annex 3, EPC rulebooks 2025). The
/// schema lets most wrong files pass, so the rules are here. Memory does not grow with the number of payments.
/// </summary>
public static class Pain001
{
    /// <summary>The XML namespace of the message.</summary>
    public const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    /// <summary>Every rule the file breaks, all at once; empty when a bank will take it.</summary>
    public static IReadOnlyList<PaymentProblem> Check(PaymentFile file) => PaymentFileCheck.Of(file).Problems;

    /// <summary>What a bank would refuse about a payee, for a form that asks for one long before there is a file.</summary>
    /// <param name="name">Holder of the account.</param>
    /// <param name="account">The account; null when it is not known yet, and not checked then.</param>
    /// <param name="payer">The account that will pay.</param>
    /// <param name="profile">Which characters the payer's bank takes.</param>
    public static IEnumerable<PaymentProblem> CheckPayee(string? name, Iban? account, Iban payer, SepaProfile profile)
    {
        if (PaymentRules.Name(name, profile) is { } wrong) yield return new(null, null, PaymentField.PayeeName, wrong);
        if (account is not null && PaymentRules.Payee(account, payer) is { } unreachable) yield return new(null, null, PaymentField.PayeeIban, unreachable);
    }

    /// <summary>Every text that is written to the bank differently from how a person wrote it.</summary>
    public static IEnumerable<PaymentRemark> Remarks(PaymentFile file) => PaymentRemarks.Of(file);

    /// <summary>Checks the file and writes it: UTF-8 without byte order mark. The stream stays open.</summary>
    /// <exception cref="PaymentsRefusedException">The file breaks rules; nothing was written.</exception>
    /// <exception cref="InvalidOperationException">The payments were not the same when they were read a second time.</exception>
    public static PaymentFileSummary Write(PaymentFile file, Stream stream)
    {
        var check = PaymentFileCheck.Of(file);
        if (check.Problems.Count > 0) throw new PaymentsRefusedException(check.Problems);
        using var sha = SHA256.Create();
        using (var hashing = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            Pain001Writer.Write(file, check.Totals, hashing);
        }

        return new(check.Totals.Sum(t => t.Count), Money.Sum(check.Totals.Select(t => t.Sum)), Convert.ToHexStringLower(sha.Hash!));
    }
}
