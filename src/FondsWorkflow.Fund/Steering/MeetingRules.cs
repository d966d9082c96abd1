namespace FondsWorkflow.Fund.Steering;

/// <summary>What holds for every meeting of a steering circle.</summary>
public static class MeetingRules
{
    /// <summary>Sitzungen leitet das Quartiersmanagement organisatorisch.</summary>
    public static readonly Rule ManagementOfTheQuarter = new("M1", "Meetings are prepared and recorded by the management of the quarter or by the circle's chair.");

    /// <summary>A place is needed.</summary>
    public static readonly Rule PlaceIsNamed = new("M2", "A meeting has a place.");

    /// <summary>Nobody plans the past.</summary>
    public static readonly Rule LiesAhead = new("M3", "A meeting is planned for a time that lies ahead.");

    /// <summary>No change of date or agenda paper once it runs.</summary>
    public static readonly Rule NotYetOpen = new("M4", "Date and place change only before the meeting is opened.");

    /// <summary>Closed is closed.</summary>
    public static readonly Rule NotClosed = new("M5", "A closed meeting does not change.");

    /// <summary>Each application once per agenda.</summary>
    public static readonly Rule ApplicationOnAgendaOnce = new("M6", "An application stands on an agenda once.");

    /// <summary>An item has a title.</summary>
    public static readonly Rule ItemHasTitle = new("M7", "An agenda item has a title.");

    /// <summary>The item is there.</summary>
    public static readonly Rule ItemIsOnAgenda = new("M8", "The item stands on this agenda.");

    /// <summary>No empty invitation.</summary>
    public static readonly Rule AgendaIsNotEmpty = new("M9", "An invitation needs an agenda with at least one item.");

    /// <summary>Invited before opened.</summary>
    public static readonly Rule InvitedFirst = new("M10", "A meeting is opened after the invitation was sent.");

    /// <summary>Opened once.</summary>
    public static readonly Rule OpenedOnce = new("M11", "A meeting is opened once.");

    /// <summary>It must run.</summary>
    public static readonly Rule IsOpen = new("M12", "This needs an opened meeting.");

    /// <summary>Only members of this circle are listed.</summary>
    public static readonly Rule MemberOfThisCircle = new("M13", "Attendance is recorded for members of this circle.");

    /// <summary>A seat is taken once.</summary>
    public static readonly Rule SeatIsTakenOnce = new("M14", "A deputy sits in only while the member is not present.");

    /// <summary>No open ballots at the end.</summary>
    public static readonly Rule AllBallotsClosed = new("M15", "A meeting is closed after all its ballots.");

    /// <summary>Item under vote stays.</summary>
    public static readonly Rule ItemHasNoBallot = new("M16", "An item with a ballot stays on the agenda.");

    /// <summary>Lengths.</summary>
    public static readonly Rule TextIsShortEnough = new("M17", "A text keeps its length.");

    /// <summary>All items in the new order.</summary>
    public static readonly Rule OrderNamesAllItems = new("M18", "A new order names every item once.");

    /// <summary>Nobody knows the dates of the year after next but one; a later one is a slip of the pen.</summary>
    public static readonly Rule LiesWithinTwoYears = new("M20", "A meeting is planned at most two years ahead.");

    /// <summary>Invited once.</summary>
    public static readonly Rule InvitedOnce = new("M19", "The invitation is sent once.");
}
