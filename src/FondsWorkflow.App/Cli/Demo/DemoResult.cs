using FondsWorkflow.App.Data;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>What the database says at the end.</summary>
internal sealed record DemoResult(IReadOnlyList<DemoCase> Cases, IReadOnlyList<DemoFund> Funds)
{
    /// <summary>Steps whose outcomes every application meets; they don't tell its way.</summary>
    private static readonly HashSet<string> Routine = new(StringComparer.Ordinal)
    {
        "ReviewApplication.Forward", "DraftNotice.Drafted", "ReleaseNotice.Released", "CertifyFactually.Certified", "CertifyArithmetically.Certified", "OrderPayment.Ordered", "CheckProof.Accepted",
    };

    public static async Task<DemoResult> ReadAsync(FondsDb db, DemoStory story)
    {
        var applications = await db.Applications.AsNoTracking().Where(a => a.SubmittedAt != null).OrderBy(a => a.FundKey).ThenBy(a => a.SubmittedAt).ToListAsync();
        var stages = await db.WorkflowInstances.AsNoTracking().Where(i => i.ApplicationId != null).ToDictionaryAsync(i => i.ApplicationId!.Value, i => i.Stage);
        var done = await db.Assignments.AsNoTracking().Where(a => a.Outcome != null || a.CancelledAt != null).OrderBy(a => a.CompletedAt ?? a.CancelledAt).ToListAsync();
        var proven = await db.Proofs.AsNoTracking().ToDictionaryAsync(p => p.ApplicationId, p => p.Recognised);
        var entries = await db.LedgerEntries.AsNoTracking().OrderBy(e => e.Year).ThenBy(e => e.Sequence).ToListAsync();
        var cases = applications.Select(a => new DemoCase(
            a.Number!.ToString(),
            story.Of(a.ApplicantEmail),
            [.. done.Where(d => d.ApplicationId == a.Id).Select(d => $"{d.Activity}.{d.Outcome ?? "Cancelled"}").Where(o => !Routine.Contains(o))],
            a.RequestedAmount,
            a.GrantedAmount,
            entries.LastOrDefault(e => e.ApplicationId == a.Id)?.Case ?? CaseBalance.Empty,
            proven.GetValueOrDefault(a.Id, Money.Zero),
            stages[a.Id]));
        var funds = entries.GroupBy(e => (e.FundKey, e.Year)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.FundKey, StringComparer.Ordinal)
            .Select(g => new DemoFund(g.Key.FundKey, g.Key.Year, g.Last().Balance, LedgerProof.Check(g)));
        return new([.. cases], [.. funds]);
    }
}

/// <summary>Where an application stands.</summary>
internal sealed record DemoCase(string Number, DemoApplication Story, IReadOnlyList<string> Way, Money Requested, Money? Granted, CaseBalance Money, Money Proven, string Stage);

/// <summary>The money of a fund's year, and the first entry that does not add up.</summary>
internal sealed record DemoFund(string FundKey, int Year, FundBalance Balance, LedgerDifference? Difference);
