namespace FondsWorkflow.Fund.Ledger;

/// <summary>Recomputes a ledger from its first entry and names the first difference.</summary>
public static class LedgerProof
{
    /// <summary>Checks the entries of one fund and year, in any order.</summary>
    /// <returns>Null when everything is right; otherwise the first difference.</returns>
    public static LedgerDifference? Check(IEnumerable<LedgerEntry> entries)
    {
        LedgerEntry? before = null;
        var perCase = new Dictionary<Guid, CaseBalance>();
        foreach (var entry in entries.OrderBy(e => e.Sequence))
        {
            if (Compare(before, entry, perCase) is { } fault)
            {
                return new(entry.FundKey, entry.Year, entry.Sequence, entry.Id, fault);
            }

            before = entry;
        }

        return null;
    }

    private static LedgerFault? Compare(LedgerEntry? before, LedgerEntry entry, Dictionary<Guid, CaseBalance> perCase)
    {
        if (before is not null && (before.Year != entry.Year || !string.Equals(before.FundKey, entry.FundKey, StringComparison.Ordinal)))
        {
            return LedgerFault.OtherLedger;
        }

        if (entry.Sequence != (before?.Sequence ?? 0) + 1)
        {
            return LedgerFault.Gap;
        }

        if (!Enum.IsDefined(entry.Kind) || (entry.Kind != LedgerKind.Allotted && !entry.Amount.IsPositive))
        {
            return LedgerFault.Amount;
        }

        var move = new LedgerMove(entry.Kind, entry.Amount, entry.FromCommitted);
        var expected = (before?.Balance ?? FundBalance.Empty).After(move);
        return expected != entry.Balance ? LedgerFault.Totals
            : !expected.IsSound ? LedgerFault.BelowZero
            : CompareCase(entry, move, perCase);
    }

    private static LedgerFault? CompareCase(LedgerEntry entry, LedgerMove move, Dictionary<Guid, CaseBalance> perCase)
    {
        if (entry.ApplicationId is not { } application)
        {
            return entry.Kind == LedgerKind.Allotted ? null : LedgerFault.CaseTotals;
        }

        var expected = perCase.GetValueOrDefault(application, CaseBalance.Empty).After(move);
        perCase[application] = expected;
        return expected != entry.Case ? LedgerFault.CaseTotals
            : !expected.IsSound ? LedgerFault.CaseBelowZero
            : null;
    }
}

/// <summary>Where a ledger is wrong.</summary>
/// <param name="FundKey">The fund.</param>
/// <param name="Year">Budget year.</param>
/// <param name="Sequence">The first wrong entry.</param>
/// <param name="EntryId">Its id.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record LedgerDifference(string FundKey, int Year, int Sequence, Guid EntryId, LedgerFault Fault);

/// <summary>What can be wrong with an entry.</summary>
public enum LedgerFault
{
    /// <summary>An entry is missing before it, or there twice.</summary>
    Gap,

    /// <summary>It belongs to another fund or year.</summary>
    OtherLedger,

    /// <summary>Its kind is unknown, or its amount is not more than nothing.</summary>
    Amount,

    /// <summary>Its totals are not those before plus its amount.</summary>
    Totals,

    /// <summary>An account of the fund is below zero after it.</summary>
    BelowZero,

    /// <summary>The totals of its application are not those before plus its amount, or it names no application.</summary>
    CaseTotals,

    /// <summary>An account of its application is below zero after it: somebody else's money was used.</summary>
    CaseBelowZero,
}
