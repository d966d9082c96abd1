namespace FondsWorkflow.Fund.Payouts;

/// <summary>What holds for every payout. None of it can be configured away, but that one person certifies both facts and figures.</summary>
public static class PayoutRules
{
    /// <summary>No payment before the notice.</summary>
    public static readonly Rule NoticeWasSent = new("P1", "Money is asked for after the grant notice was sent.");

    /// <summary>A positive amount.</summary>
    public static readonly Rule AmountIsPositive = new("P2", "A payout is above zero.");

    /// <summary>Never more than granted.</summary>
    public static readonly Rule WithinTheGrant = new("P3", "All payouts together are at most the grant.");

    /// <summary>Advances are an exception.</summary>
    public static readonly Rule AdvanceIsAllowed = new("P4", "An advance needs a guideline that allows it.");

    /// <summary>And a reasoned one.</summary>
    public static readonly Rule AdvanceHasReason = new("P5", "An advance has a reason.");

    /// <summary>The account holder.</summary>
    public static readonly Rule PayeeIsNamed = new("P6", "A payout names the account holder with at most 70 characters.");

    /// <summary>What stands on the statement.</summary>
    public static readonly Rule RemittanceIsGiven = new("P7", "A payout has a remittance text of at most 140 characters.");

    /// <summary>Separation of duties.</summary>
    public static readonly Rule NobodyActsTwice = new("P8", "Nobody acts twice on a payout among factual and arithmetical certification, order, batch preparation and batch release.");

    /// <summary>Nobody pays himself.</summary>
    public static readonly Rule NobodyPaysHimself = new("P9", "Nobody acts on a payout to himself.");

    /// <summary>Who may.</summary>
    public static readonly Rule DutyFitsRole = new("P10", "Management, office or finance certify facts; office or finance certify figures and order; finance prepares and releases batches.");

    /// <summary>Once each.</summary>
    public static readonly Rule CertifiedOnce = new("P11", "A certification that holds is not given again.");

    /// <summary>Both certifications before the order.</summary>
    public static readonly Rule CertifiedBeforeOrder = new("P12", "A payout is ordered after both certifications, given for exactly these data.");

    /// <summary>Data under way stay.</summary>
    public static readonly Rule NotUnderWay = new("P13", "A payout that is in a batch, executed or cancelled does not change.");

    /// <summary>Ordered once.</summary>
    public static readonly Rule OrderedOnce = new("P14", "A payout is ordered once.");

    /// <summary>Only an ordered payout goes into a batch.</summary>
    public static readonly Rule OrderedBeforeBatch = new("P15", "Only an ordered payout goes into a batch, and into one batch at a time.");

    /// <summary>A hold, a cancellation, a correction has a reason.</summary>
    public static readonly Rule ReasonIsGiven = new("P16", "Holding, cancelling and correcting a payout has a reason.");

    /// <summary>Lengths.</summary>
    public static readonly Rule ReasonIsShortEnough = new("P17", "A reason has at most 1,000 characters.");

    /// <summary>Held payouts wait.</summary>
    public static readonly Rule NotHeld = new("P18", "A held payout waits until the hold is lifted.");

    /// <summary>Only a held payout is freed.</summary>
    public static readonly Rule IsHeld = new("P19", "Only a held payout is freed.");

    /// <summary>Only what the bank has is executed or returned.</summary>
    public static readonly Rule IsWithTheBank = new("P20", "Only a payout of a submitted batch is executed or returned.");

    /// <summary>A new attempt follows a return.</summary>
    public static readonly Rule WasReturned = new("P21", "A new attempt follows a payment that the bank returned.");

    /// <summary>Who asks.</summary>
    public static readonly Rule ApplicantOrOfficeAsks = new("P22", "Money is asked for by the applicant, the management or the office.");

    /// <summary>Who holds, cancels and corrects.</summary>
    public static readonly Rule StaffCorrects = new("P23", "Payouts are held, freed, cancelled and corrected by office or finance.");

    /// <summary>A number.</summary>
    public static readonly Rule NumberIsPositive = new("P24", "A payout has a number above zero.");

    /// <summary>One's own account.</summary>
    public static readonly Rule ApplicantNamesAccount = new("P25", "The account of a payout is named by the applicant it belongs to.");

    /// <summary>Only while nobody vouches for the old one.</summary>
    public static readonly Rule NobodyVouchedYet = new("P26", "The applicant changes the account while nobody has certified it, or after the bank returned the payment.");

    /// <summary>A closed account stays closed.</summary>
    public static readonly Rule AccountIsNotTheReason = new("P27", "A payment that the bank returned because of its account is not tried again with the same account.");
}
