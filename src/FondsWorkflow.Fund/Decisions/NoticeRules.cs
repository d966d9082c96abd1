namespace FondsWorkflow.Fund.Decisions;

/// <summary>What holds for every notice.</summary>
public static class NoticeRules
{
    /// <summary>The office writes notices.</summary>
    public static readonly Rule OfficeWrites = new("N1", "Notices are written, released and sent by the office.");

    /// <summary>Four eyes.</summary>
    public static readonly Rule SecondPersonReleases = new("N2", "Whoever wrote on a notice does not release it.");

    /// <summary>Released text stays.</summary>
    public static readonly Rule NotReleased = new("N3", "A released notice does not change.");

    /// <summary>Only what was released is sent.</summary>
    public static readonly Rule ReleasedFirst = new("N4", "A notice is sent after its release.");

    /// <summary>Sent once.</summary>
    public static readonly Rule SentOnce = new("N5", "A notice is sent once.");

    /// <summary>A grant rests on an approval.</summary>
    public static readonly Rule GrantNeedsApproval = new("N6", "A grant notice rests on a resolution that approves the application.");

    /// <summary>A rejection rests on a rejection.</summary>
    public static readonly Rule RejectionNeedsRejection = new("N7", "A rejection notice rests on a resolution that rejects the application.");

    /// <summary>Not eligible: the circle was not asked.</summary>
    public static readonly Rule IneligibleHasNoResolution = new("N8", "A notice about an ineligible application rests on the review, not on a resolution.");

    /// <summary>All parts of the text.</summary>
    public static readonly Rule TextIsComplete = new("N9", "A notice has a salutation, a body and a legal remedy text.");

    /// <summary>Lengths.</summary>
    public static readonly Rule TextIsShortEnough = new("N10", "Each part of a notice keeps its length.");

    /// <summary>A reason for sending back.</summary>
    public static readonly Rule SendingBackHasReason = new("N11", "A notice is sent back with a reason.");

    /// <summary>Portal only.</summary>
    public static readonly Rule FetchedFromPortal = new("N12", "Only a notice that was sent to the portal is fetched, once.");

    /// <summary>Nobody decides the own case.</summary>
    public static readonly Rule NotTheOwnCase = new("N13", "Nobody writes, releases or sends the notice on the own application.");

    /// <summary>What was sent back is revised first.</summary>
    public static readonly Rule RevisedAfterSendingBack = new("N14", "A notice that was sent back is revised before its release.");

    /// <summary>Electronic delivery needs consent (§ 41 Abs. 2a VwVfG NRW).</summary>
    public static readonly Rule ElectronicNeedsConsent = new("N15", "A notice goes by e-mail or portal only to readers who agreed.");

    /// <summary>A later arrival that is proven counts.</summary>
    public static readonly Rule LaterArrivalIsLater = new("N16", "A proven arrival is later than the assumed one and has a reason.");

    /// <summary>A notice has a number.</summary>
    public static readonly Rule NumberIsGiven = new("N17", "A notice has a number.");

    /// <summary>Post follows a portal notice that nobody fetched.</summary>
    public static readonly Rule PostFollowsUnfetched = new("N18", "A notice goes by post when nobody fetched it in the portal in time.");

    /// <summary>A letter leaves the house once.</summary>
    public static readonly Rule PostedOnce = new("N19", "Only a letter that still lies in the house is brought to the post, once.");
}
