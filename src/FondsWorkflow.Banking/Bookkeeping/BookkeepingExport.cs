using System.Security.Cryptography;

namespace FondsWorkflow.Banking;

/// <summary>Writes payouts for a bookkeeping system through a profile. One channel per city: never a payment file and a payment order for the same payout.</summary>
public static class BookkeepingExport
{
    /// <summary>Everything the profile refuses, all at once; empty when the file can be written.</summary>
    public static IReadOnlyList<ExportProblem> Check(ExportProfile profile, PayoutExport export)
    {
        var pass = new ExportPass(profile, export);
        pass.Run(Stream.Null);
        return pass.Problems;
    }

    /// <summary>Checks and writes. The stream stays open.</summary>
    /// <exception cref="ExportRefusedException">The profile refuses something; nothing was written.</exception>
    public static ExportSummary Write(ExportProfile profile, PayoutExport export, Stream stream)
    {
        var check = new ExportPass(profile, export);
        check.Run(Stream.Null);
        if (check.Problems.Count > 0) throw new ExportRefusedException(check.Problems);
        using var sha = SHA256.Create();
        using (var hashing = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            var written = new ExportPass(profile, export, check.Totals);
            written.Run(hashing);
            if (written.Totals != check.Totals) throw new InvalidOperationException("The payouts changed between checking and writing: discard this file.");
        }

        return new(check.Totals.Count, check.Totals.Sum, check.Totals.BodySha256, Convert.ToHexStringLower(sha.Hash!), check.Remarks);
    }
}
