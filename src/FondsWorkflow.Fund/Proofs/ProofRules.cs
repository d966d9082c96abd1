namespace FondsWorkflow.Fund.Proofs;

/// <summary>What holds for every proof of use and every reclaim.</summary>
public static class ProofRules
{
    /// <summary>Whose it is.</summary>
    public static readonly Rule ApplicantOrManagementWrites = new("U1", "A proof is written by the applicant, or at the counter by the management of the quarter.");

    /// <summary>Filed is filed.</summary>
    public static readonly Rule IsDraftOrObjected = new("U2", "A proof changes while it is a draft or has an open objection.");

    /// <summary>The report is there.</summary>
    public static readonly Rule ReportIsGiven = new("U3", "A proof tells what happened and what came of the goals.");

    /// <summary>Lengths.</summary>
    public static readonly Rule TextIsShortEnough = new("U4", "A text keeps its length.");

    /// <summary>From, then to.</summary>
    public static readonly Rule PeriodIsOrdered = new("U5", "The project's first day is not after its last.");

    /// <summary>The project is over.</summary>
    public static readonly Rule ProjectIsOver = new("U6", "A proof is filed when the project is over.");

    /// <summary>Participants are counted.</summary>
    public static readonly Rule ParticipantsAreCounted = new("U7", "The number of participants is between 0 and 1,000,000.");

    /// <summary>Who got the money.</summary>
    public static readonly Rule PayeeIsNamed = new("U8", "A receipt names the payee.");

    /// <summary>What for.</summary>
    public static readonly Rule PurposeIsNamed = new("U9", "A receipt names the reason of the payment.");

    /// <summary>A positive amount.</summary>
    public static readonly Rule AmountIsPositive = new("U10", "A receipt is above zero.");

    /// <summary>A number each.</summary>
    public static readonly Rule NumberIsUnique = new("U11", "Each receipt has its own number above zero.");

    /// <summary>A position of the plan.</summary>
    public static readonly Rule BelongsToPlan = new("U12", "A receipt belongs to a position of the cost plan.");

    /// <summary>Own receipts name an address.</summary>
    public static readonly Rule OwnReceiptHasAddress = new("U13", "An own receipt names the payee's address.");

    /// <summary>Not in the future.</summary>
    public static readonly Rule PaidByToday = new("U14", "A receipt is dated and paid today at the latest.");

    /// <summary>The receipt is in the list.</summary>
    public static readonly Rule ReceiptIsListed = new("U15", "The receipt stands in the list.");

    /// <summary>At least one receipt.</summary>
    public static readonly Rule HasReceipts = new("U16", "A proof lists at least one receipt.");

    /// <summary>Each with its scan.</summary>
    public static readonly Rule ReceiptHasScan = new("U17", "Each receipt has its scan or photo.");

    /// <summary>No negative money.</summary>
    public static readonly Rule FinancingIsNotNegative = new("U18", "Income, own means and other grants are zero or above.");

    /// <summary>Confirmed.</summary>
    public static readonly Rule ConfirmationIsGiven = new("U19", "A proof is filed with the confirmation that it is true, thrifty and not funded twice.");

    /// <summary>Who checks.</summary>
    public static readonly Rule ManagementChecks = new("U20", "A proof is checked by the management of the quarter or by the office.");

    /// <summary>Nobody checks the own proof.</summary>
    public static readonly Rule NotTheOwnProof = new("U21", "Nobody checks the own proof, nor one written for the group.");

    /// <summary>Only what was filed is checked.</summary>
    public static readonly Rule IsSubmitted = new("U22", "Only a filed proof without an open objection is checked.");

    /// <summary>An objection has a text.</summary>
    public static readonly Rule ObjectionHasText = new("U23", "An objection says what is missing.");

    /// <summary>And time to answer.</summary>
    public static readonly Rule ObjectionLeavesTime = new("U24", "An objection leaves time to answer.");

    /// <summary>An answer has a text.</summary>
    public static readonly Rule AnswerHasText = new("U25", "An objection is answered with a text.");

    /// <summary>Only an open objection is answered.</summary>
    public static readonly Rule ObjectionIsOpen = new("U26", "Only an open objection is answered.");

    /// <summary>Each receipt is decided.</summary>
    public static readonly Rule EveryReceiptIsDecided = new("U27", "Each receipt is decided on once.");

    /// <summary>Never more than the receipt.</summary>
    public static readonly Rule NotMoreThanReceipt = new("U28", "Of a receipt nothing up to its amount is recognised.");

    /// <summary>Less has a reason.</summary>
    public static readonly Rule CutHasNote = new("U29", "Recognising less than a receipt has a reason.");

    /// <summary>A positive reclaim.</summary>
    public static readonly Rule ReclaimIsPositive = new("U30", "A reclaim is above zero.");

    /// <summary>Who reclaims.</summary>
    public static readonly Rule OfficeReclaims = new("U31", "Reclaims are recorded by the office, payments on them by the office or finance.");

    /// <summary>Heard first (§ 28 VwVfG NRW).</summary>
    public static readonly Rule HeardFirst = new("U32", "A reclaim is recorded after the group was heard.");

    /// <summary>Time to pay.</summary>
    public static readonly Rule ReclaimLeavesTime = new("U33", "A reclaim leaves time to pay.");

    /// <summary>A reason.</summary>
    public static readonly Rule ReclaimHasReason = new("U34", "A reclaim has a reason.");

    /// <summary>Never more than owed.</summary>
    public static readonly Rule PaymentWithinReclaim = new("U35", "A payment on a reclaim is above zero and at most what is owed.");

    /// <summary>Not settled twice.</summary>
    public static readonly Rule ReclaimIsOpen = new("U36", "A settled reclaim does not change.");

    /// <summary>Nobody decides on the own debt.</summary>
    public static readonly Rule NotTheOwnReclaim = new("U37", "Nobody acts on a reclaim against himself.");

    /// <summary>A waiver by two people.</summary>
    public static readonly Rule WaiverBySecondPerson = new("U38", "A reclaim is waived by another person of the office than the one who recorded it.");

    /// <summary>From the notice to the closing.</summary>
    public static readonly Rule ProofIsWanted = new("U39", "A proof is written from the day the notice was sent until the application is closed.");

    /// <summary>A bounded list.</summary>
    public static readonly Rule NotTooManyReceipts = new("U40", "A proof lists at most 200 receipts.");

    /// <summary>No amount of a neighbourhood fund comes near it.</summary>
    public static readonly Rule AmountIsPlausible = new("U41", "An amount of a proof is at most a million euro.");

    /// <summary>A due day people can plan with.</summary>
    public static readonly Rule DueWithinAYear = new("U42", "An objection or a reclaim is due within a year.");

    /// <summary>Advance or part; the rest follows the proof.</summary>
    public static readonly Rule FinalFollowsProof = new("U43", "Before the proof only an advance or a part payment is asked for.");

    /// <summary>Somebody else's account has a reason.</summary>
    public static readonly Rule OtherHolderHasReason = new("U44", "An account in another name than the applicant's has a reason.");

    /// <summary>Country, length and check digits.</summary>
    public static readonly Rule IbanIsRight = new("U45", "An account number is a right IBAN.");

    /// <summary>Said twice.</summary>
    public static readonly Rule CancellingIsConfirmed = new("U46", "That a project does not take place is confirmed.");

    /// <summary>Where the rest goes.</summary>
    public static readonly Rule AccountIsKnown = new("U47", "A proof is filed when the account for the payment is known.");

    /// <summary>Part payments follow receipts.</summary>
    public static readonly Rule PartWithinReceipts = new("U48", "A part payment is at most what the receipts with scans so far entitle to.");

    /// <summary>And why.</summary>
    public static readonly Rule CancellingHasReason = new("U49", "That a paid project did not take place has a reason.");
}
