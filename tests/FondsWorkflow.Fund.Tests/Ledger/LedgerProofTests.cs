using FondsWorkflow.Fund.Ledger;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Ledger;

public class LedgerProofTests
{
    public static TheoryData<string, object?, LedgerFault> Tampering => new()
    {
        { nameof(LedgerEntry.Amount), Euro(399), LedgerFault.Totals },
        { nameof(LedgerEntry.Amount), Euro(-400), LedgerFault.Amount },
        { nameof(LedgerEntry.Kind), (LedgerKind)99, LedgerFault.Amount },
        { nameof(LedgerEntry.Kind), LedgerKind.Reserved, LedgerFault.Totals },
        { nameof(LedgerEntry.CommittedAfter), Euro(401), LedgerFault.Totals },
        { nameof(LedgerEntry.CaseCommittedAfter), Euro(401), LedgerFault.CaseTotals },
        { nameof(LedgerEntry.ApplicationId), null, LedgerFault.CaseTotals },
        { nameof(LedgerEntry.Sequence), 4, LedgerFault.Gap },
        { nameof(LedgerEntry.Year), 2027, LedgerFault.OtherLedger },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void A_changed_entry_is_named(string property, object? value, LedgerFault fault)
    {
        var entries = Entries();
        typeof(LedgerEntry).GetProperty(property)!.SetValue(entries[2], value);

        var difference = LedgerProof.Check(entries);

        Assert.Equal((fault, entries[2].Id), (difference!.Fault, difference.EntryId));
    }

    [Fact]
    public void A_missing_and_a_doubled_entry_are_named()
    {
        var entries = Entries();

        Assert.Equal(LedgerFault.Gap, LedgerProof.Check([entries[0], entries[2]])!.Fault);
        Assert.Equal(LedgerFault.Gap, LedgerProof.Check([entries[1], .. entries])!.Fault);
        Assert.Equal(LedgerFault.Gap, LedgerProof.Check(entries.Skip(1))!.Fault);
    }

    [Fact]
    public void An_empty_ledger_and_an_untouched_one_are_right()
    {
        Assert.Null(LedgerProof.Check([]));
        Assert.Null(LedgerProof.Check(Entries()));
    }

    private static List<LedgerEntry> Entries()
    {
        var application = new Guid(1, 0, 0, new byte[8]);
        var ledger = new FundLedger("vf", 2026, null);
        ledger.Allot(Euro(1000), new(new Guid(1, 1, 0, new byte[8]), "a", Now, "Haushalt"));
        ledger.Reserve(Euro(400), new(new Guid(2, 1, 0, new byte[8]), "a", Now, "Beschluss", application));
        ledger.Commit(Euro(400), new(new Guid(3, 1, 0, new byte[8]), "a", Now, "Bescheid", application));
        return [.. ledger.Written];
    }
}
