namespace FondsWorkflow.Fund.Decisions;

/// <summary>What holds for every resolution.</summary>
public static class ResolutionRules
{
    /// <summary>No approval without the circle.</summary>
    public static readonly Rule ApprovalNeedsCarriedBallot = new("D1", "An approval needs a carried ballot.");

    /// <summary>The vote is over.</summary>
    public static readonly Rule BallotIsClosed = new("D2", "A resolution is written after its ballot was closed.");

    /// <summary>A positive amount.</summary>
    public static readonly Rule AmountIsPositive = new("D3", "An approval names an amount above zero.");

    /// <summary>Never more than asked for.</summary>
    public static readonly Rule NotMoreThanRequested = new("D4", "A grant is at most the requested amount.");

    /// <summary>Less is another outcome.</summary>
    public static readonly Rule LessIsSaid = new("D5", "An approval with a smaller amount is an approval with less.");

    /// <summary>Less means less.</summary>
    public static readonly Rule LessIsLess = new("D6", "An approval with less is below the requested amount.");

    /// <summary>Reasons for what is not simply granted (§ 39 VwVfG NRW).</summary>
    public static readonly Rule ReasonIsGiven = new("D7", "Less, a deferral and a rejection have a reason.");

    /// <summary>Conditions are named.</summary>
    public static readonly Rule ConditionsAreNamed = new("D8", "An approval with conditions names at least one; a plain approval, a deferral and a rejection have none.");

    /// <summary>A carried motion is no rejection.</summary>
    public static readonly Rule RejectionNeedsRejectedBallot = new("D9", "A rejection needs a ballot that rejected the motion.");

    /// <summary>No money without approval.</summary>
    public static readonly Rule NoAmountWithoutApproval = new("D10", "A deferral and a rejection name no amount.");

    /// <summary>Who writes it down.</summary>
    public static readonly Rule ManagementRecords = new("D11", "Resolutions are recorded by the management of the quarter or by the circle's chair.");

    /// <summary>Nobody decides the own case.</summary>
    public static readonly Rule NotTheOwnCase = new("D12", "Nobody records the resolution on the own application.");

    /// <summary>Lengths.</summary>
    public static readonly Rule TextIsShortEnough = new("D13", "Reason and conditions keep their length.");

    /// <summary>A condition has a text.</summary>
    public static readonly Rule ConditionHasText = new("D14", "A condition has a text.");

    /// <summary>The members said yes; putting it off would overrule them.</summary>
    public static readonly Rule CarriedIsNotDeferred = new("D15", "A carried motion is not deferred.");
}
