namespace FondsWorkflow.Fund.Payouts;

/// <summary>What must hold before money goes to an account from which it came back.</summary>
public static class AccountLockRules
{
    /// <summary>Only finance checks accounts.</summary>
    public static readonly Rule FinanceChecks = new("K1", "A locked account is checked by finance.");

    /// <summary>The check is told.</summary>
    public static readonly Rule CheckIsTold = new("K2", "The check of an account says in at most 1,000 characters how it was done.");

    /// <summary>Check, then lift.</summary>
    public static readonly Rule CheckedFirst = new("K3", "The lock of an account is lifted after somebody checked the account.");

    /// <summary>Once.</summary>
    public static readonly Rule LiftedOnce = new("K4", "A lock that is lifted does not change.");

    /// <summary>Four eyes.</summary>
    public static readonly Rule SecondPersonLifts = new("K5", "The lock of an account is lifted by another person than the one who checked it.");

    /// <summary>No money to a locked account.</summary>
    public static readonly Rule AccountIsOpen = new("K6", "A payout to a locked account is not certified, ordered, put into a batch, released or downloaded for the bank.");
}
