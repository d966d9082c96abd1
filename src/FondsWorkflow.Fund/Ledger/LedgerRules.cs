namespace FondsWorkflow.Fund.Ledger;

/// <summary>The law of money: nobody promises it twice, nobody pays it twice. Not configurable.</summary>
public static class LedgerRules
{
    /// <summary>Asked {0}, left {1}.</summary>
    public static readonly Rule MoneyIsAvailable = new("L1", "Only available money can be reserved.");

    /// <summary>Asked {0}, reserved {1}.</summary>
    public static readonly Rule MoneyIsReserved = new("L2", "Only money reserved for the application can be committed or released.");

    /// <summary>Asked {0}, committed {1}.</summary>
    public static readonly Rule MoneyIsCommitted = new("L3", "Only money committed to the application can be paid or released.");

    /// <summary>Asked {0}, paid {1}.</summary>
    public static readonly Rule MoneyIsPaid = new("L4", "Only money paid to the application can be returned.");

    /// <summary>Amount.</summary>
    public static readonly Rule EntryMovesMoney = new("L5", "An entry moves more than nothing.");

    /// <summary>Reason.</summary>
    public static readonly Rule EntryHasReason = new("L6", "An entry says who and why.");

    /// <summary>Subject.</summary>
    public static readonly Rule EntryNamesItsCase = new("L7", "An entry names its application, and its payout when money flows.");

    /// <summary>Cut by {0}, left {1}.</summary>
    public static readonly Rule BudgetCoversPromises = new("L8", "A budget is cut by no more than what is available.");
}
