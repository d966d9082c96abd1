namespace FondsWorkflow.Fund.Payouts;

/// <summary>What holds for every batch of payments.</summary>
public static class BatchRules
{
    /// <summary>Finance only.</summary>
    public static readonly Rule FinanceWorks = new("B1", "Batches are prepared, released and reported back by finance.");

    /// <summary>No empty file.</summary>
    public static readonly Rule HasPayouts = new("B2", "A batch holds at least one payout, each once.");

    /// <summary>One fund per batch.</summary>
    public static readonly Rule OneFund = new("B3", "A batch holds payouts of one fund.");

    /// <summary>Two people release (§ 31 Abs. 3 KomHVO NRW).</summary>
    public static readonly Rule SecondPersonReleases = new("B4", "A batch is released by another person than the one who prepared it.");

    /// <summary>The exact bytes are stored first.</summary>
    public static readonly Rule FilesAreStored = new("B5", "A batch is released after its files were stored.");

    /// <summary>Files are stored once.</summary>
    public static readonly Rule FilesAreStoredOnce = new("B6", "The files of a batch are stored once, and each has a SHA-256.");

    /// <summary>Released once.</summary>
    public static readonly Rule ReleasedOnce = new("B7", "A batch is released once.");

    /// <summary>Only released files leave the house.</summary>
    public static readonly Rule ReleasedFirst = new("B8", "A batch is downloaded and submitted after its release.");

    /// <summary>Submitted once.</summary>
    public static readonly Rule SubmittedOnce = new("B9", "A batch is submitted once.");

    /// <summary>Submitted before executed.</summary>
    public static readonly Rule SubmittedFirst = new("B10", "A batch is executed after it was submitted.");

    /// <summary>Executed once.</summary>
    public static readonly Rule ExecutedOnce = new("B11", "A batch is executed once.");

    /// <summary>Never after the bank has it.</summary>
    public static readonly Rule NotSubmitted = new("B12", "A batch that was submitted is not discarded.");

    /// <summary>Discarding is explained.</summary>
    public static readonly Rule DiscardHasReason = new("B13", "A batch is discarded with a reason of at most 1,000 characters.");

    /// <summary>Two people discard.</summary>
    public static readonly Rule SecondPersonDiscards = new("B14", "A batch is discarded by two people.");

    /// <summary>Discarded is over.</summary>
    public static readonly Rule NotDiscarded = new("B15", "A discarded batch does not change.");

    /// <summary>The payouts belong to the batch and are unchanged.</summary>
    public static readonly Rule LinesMatch = new("B16", "The payouts are exactly those of the batch, unchanged.");

    /// <summary>Ids for the bank.</summary>
    public static readonly Rule IdsFitSepa = new("B17", "Number and message id are 1 to 35 characters of the SEPA set, without leading, trailing or double slash.");

    /// <summary>No file for yesterday.</summary>
    public static readonly Rule ExecutesAhead = new("B18", "A batch is executed today or later.");

    /// <summary>A return is explained.</summary>
    public static readonly Rule ReturnHasReason = new("B19", "A returned payment has the bank's code or its reason of at most 500 characters.");

    /// <summary>A file that could leave the house is looked for before its payments go into another.</summary>
    public static readonly Rule BankHasNothing = new("B20", "Both people who discard a released batch state that the bank does not have its file.");

    /// <summary>Only an open mismatch is decided, and once.</summary>
    public static readonly Rule NameIsOpen = new("B21", "A name is released once, and only when the bank could not confirm it.");

    /// <summary>Who lets it go says why.</summary>
    public static readonly Rule ReleaseHasReason = new("B22", "A payment to another name is released with a reason of at most 500 characters.");

    /// <summary>ISO 20022 codes have four characters, a bank's own at most 35.</summary>
    public static readonly Rule ReturnCodeIsShort = new("B23", "A bank's code for a reason has at most 35 characters.");

    /// <summary>Banks keep no order longer; a later day is a slip of the pen.</summary>
    public static readonly Rule ExecutesWithinAYear = new("B24", "A batch is executed within a year.");
}
